package io.mapleak.simulator.swiss;

import io.mapleak.gomap.SwissLayout;

/**
 * Makes room in a full table: one of twice the size up to 1024 slots, two of 1024 beyond
 * (internal/runtime/maps/table.go: rehash, grow, split; map.go: installTableSplit).
 */
final class Rehash {
  private final MapHeader h;
  private final Table old;

  private Rehash(MapHeader h, Table old) {
    this.h = h;
    this.old = old;
  }

  static void rehash(MapHeader h, Table old) {
    Rehash rehash = new Rehash(h, old);
    int capacity = 2 * old.capacity();
    if (capacity <= SwissLayout.MAX_TABLE) {
      rehash.grow(capacity);
    } else {
      rehash.split();
    }
    h.drop(old);
  }

  private void grow(int capacity) {
    Table table = h.newTable(capacity, old.index, old.localDepth);
    move(table, table, 0);
    h.directory().replace(table);
  }

  private void split() {
    int localDepth = old.localDepth + 1;
    Table left = h.newTable(SwissLayout.MAX_TABLE, old.index, localDepth);
    Table right = h.newTable(SwissLayout.MAX_TABLE, old.index, localDepth);
    move(left, right, 1L << (Long.SIZE - localDepth));
    Directory directory = h.directory();
    if (old.localDepth == directory.globalDepth()) {
      directory.grow();
    }
    left.index = old.index;
    directory.replace(left);
    right.index = left.index + directory.entries(left);
    directory.replace(right);
  }

  /** Keys with the bit of the hash go right; tombstones go nowhere. */
  private void move(Table left, Table right, long bit) {
    old.groups.forEachKey(
        key -> {
          long hash = h.hash(key);
          ((hash & bit) == 0 ? left : right).uncheckedPutSlot(hash, key);
        });
  }
}

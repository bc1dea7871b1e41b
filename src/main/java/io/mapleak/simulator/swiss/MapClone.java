package io.mapleak.simulator.swiss;

import io.mapleak.gomap.GoVersion;
import io.mapleak.gomap.SwissLayout;

/**
 * {@code m = maps.Clone(m)}: since Go 1.25 a copy of the same shape (internal/runtime/maps/map.go:
 * Clone); Go 1.24 makes a map of the size of the count and assigns every key, in random order, here
 * in the order of the slots (runtime/map_swiss.go: mapclone2).
 */
final class MapClone {
  /** The first release whose clone has the shape of its original. */
  private static final GoVersion FIRST_DEEP_CLONE = GoVersion.of(25);

  private MapClone() {}

  /** The clone, in the ledger of the original, which is dropped. */
  static MapHeader mapclone(MapHeader h) {
    if (h.go.atLeast(FIRST_DEEP_CLONE)) {
      mallocCopy(h);
      h.dropAll();
      return h;
    }
    MapHeader clone = NewMap.newMap(h.type, h.go, h.used, h.hashes, h.heap);
    h.forEachKey(key -> MapAssign.mapassign(clone, key));
    h.dropAll();
    return clone;
  }

  private static void mallocCopy(MapHeader h) {
    h.mallocHeader();
    if (h.small != null) {
      h.mallocGroups(1);
    }
    if (h.directory != null) {
      h.directory.mallocCopy();
      for (Table table : h.tables()) {
        h.heap.malloc(SwissLayout.TABLE_OBJECT, true);
        h.mallocGroups(table.groups.length());
      }
    }
    for (long i = 0; i < h.used; i++) {
      h.mallocEntry();
    }
  }
}

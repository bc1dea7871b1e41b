package io.mapleak.simulator.swiss;

import io.mapleak.gomap.GoVersion;
import io.mapleak.gomap.SwissLayout;

/**
 * {@code m[key] = value} (internal/runtime/maps/runtime.go: mapassign; map.go: putSlotSmall,
 * growToTable; table.go: PutSlot).
 */
final class MapAssign {
  /** The first release that looks for the key before it grows a full small map (#78853). */
  private static final GoVersion FIRST_UPDATING_FULL_GROUP = GoVersion.of(27);

  private MapAssign() {}

  static void mapassign(MapHeader h, int key) {
    long hash = h.hash(key);
    if (h.directory == null && assignSmall(h, hash, key)) {
      return;
    }
    Directory directory = h.directory();
    while (!putSlot(h, directory, hash, key)) {
      Rehash.rehash(h, directory.of(hash));
    }
  }

  /** False where the map has become too large for one group. */
  private static boolean assignSmall(MapHeader h, long hash, int key) {
    Groups group = h.small;
    if (group == null) {
      group = new Groups(1);
      h.mallocGroups(1);
      h.small = group;
    }
    boolean looksFirst = h.used < SwissLayout.SLOTS || h.go.atLeast(FIRST_UPDATING_FULL_GROUP);
    if (looksFirst && SmallMap.find(group, hash, key) != SmallMap.ABSENT) {
      return true;
    }
    if (!SmallMap.put(group, hash, key)) {
      growToTable(h, group);
      return false;
    }
    h.mallocEntry();
    h.used++;
    return true;
  }

  private static void growToTable(MapHeader h, Groups group) {
    Table table = h.newTable(2 * SwissLayout.SLOTS, 0, 0);
    SmallMap.moveTo(h, group, table);
    Directory made = new Directory(h.heap, 0);
    made.replace(table);
    h.directory = made;
    h.small = null;
    h.dropSmall();
  }

  /** One try; false where the key's table has to be rehashed first. */
  private static boolean putSlot(MapHeader h, Directory dir, long hash, int key) {
    Table table = dir.of(hash);
    Groups groups = table.groups;
    int mask = groups.mask();
    int h2 = ControlWord.h2(hash);
    int group = ProbeSeq.start(hash, mask);
    int deletedGroup = -1;
    int deletedSlot = -1;
    for (int step = 1; ; step++) {
      long controls = groups.controls(group);
      for (long m = ControlWord.matchH2(controls, h2); m != 0; m &= m - 1) {
        if (groups.key(group, ControlWord.first(m)) == key) {
          return true;
        }
      }
      long empty = ControlWord.matchEmpty(controls);
      if (empty != 0) {
        boolean reuse = deletedGroup >= 0;
        return insert(
            h,
            table,
            reuse ? deletedGroup : group,
            reuse ? deletedSlot : ControlWord.first(empty),
            reuse,
            h2,
            key);
      }
      if (deletedGroup < 0) {
        long deleted = ControlWord.matchEmptyOrDeleted(controls);
        if (deleted != 0) {
          deletedGroup = group;
          deletedSlot = ControlWord.first(deleted);
        }
      }
      group = ProbeSeq.next(group, step, mask);
    }
  }

  private static boolean insert(
      MapHeader h, Table table, int group, int slot, boolean reuse, int h2, int key) {
    if (reuse) {
      table.growthLeft++;
    }
    if (table.growthLeft == 0 && h.prunes) {
      Tombstones.prune(h, table);
    }
    if (table.growthLeft == 0) {
      return false;
    }
    h.mallocEntry();
    table.groups.set(group, slot, h2, key);
    table.growthLeft--;
    table.used++;
    h.used++;
    return true;
  }
}

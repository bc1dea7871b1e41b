package io.mapleak.simulator.swiss;

/**
 * A map of at most 8 entries: one group, all slots usable, no tombstones
 * (internal/runtime/maps/map.go: putSlotSmall, deleteSmall, growToTable).
 */
final class SmallMap {
  /** The key is not there. */
  static final int ABSENT = -1;

  private SmallMap() {}

  /** The slot of a key, or {@link #ABSENT}. */
  static int find(Groups group, long hash, int key) {
    long controls = group.controls(0);
    for (long m = ControlWord.matchH2(controls, ControlWord.h2(hash)); m != 0; m &= m - 1) {
      if (group.key(0, ControlWord.first(m)) == key) {
        return ControlWord.first(m);
      }
    }
    return ABSENT;
  }

  /** Puts a key in the first empty slot; false when there is none. */
  static boolean put(Groups group, long hash, int key) {
    long match = ControlWord.matchEmptyOrDeleted(group.controls(0));
    if (match == 0) {
      return false;
    }
    group.set(0, ControlWord.first(match), ControlWord.h2(hash), key);
    return true;
  }

  /** Moves all entries to a table, slot by slot. */
  static void moveTo(MapHeader h, Groups group, Table table) {
    group.forEachKey(key -> table.uncheckedPutSlot(h.hash(key), key));
  }
}

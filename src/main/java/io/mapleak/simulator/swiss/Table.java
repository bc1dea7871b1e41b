package io.mapleak.simulator.swiss;

import io.mapleak.gomap.SwissLayout;

/** One table of the directory, 16 to 1024 slots (internal/runtime/maps/table.go: table). */
public final class Table {
  final Groups groups;
  final long recordCharge;
  final long groupsCharge;
  int used;
  int growthLeft;
  final int localDepth;
  int index;

  Table(Groups groups, int localDepth, int index, long recordCharge, long groupsCharge) {
    this.groups = groups;
    this.localDepth = localDepth;
    this.index = index;
    this.recordCharge = recordCharge;
    this.groupsCharge = groupsCharge;
    growthLeft = maxGrowthLeft();
  }

  /** Entries that a table without tombstones takes: 7 of 8 slots, all but one in a single group. */
  int maxGrowthLeft() {
    int capacity = capacity();
    return capacity <= SwissLayout.SLOTS ? capacity - 1 : capacity / SwissLayout.SLOTS * 7;
  }

  /** Slots that deleted entries keep. */
  public int tombstones() {
    return capacity() / SwissLayout.SLOTS * 7 - used - growthLeft;
  }

  /** A full table is never asked: there is room for the key, which is not there. */
  void uncheckedPutSlot(long hash, int key) {
    int mask = groups.mask();
    int group = ProbeSeq.start(hash, mask);
    for (int step = 1; ; step++) {
      long match = ControlWord.matchEmptyOrDeleted(groups.controls(group));
      if (match != 0) {
        groups.set(group, ControlWord.first(match), ControlWord.h2(hash), key);
        growthLeft--;
        used++;
        return;
      }
      group = ProbeSeq.next(group, step, mask);
    }
  }

  /** The slot of a key, group x 8 + slot; -1 when it is not there. */
  int find(long hash, int key) {
    int mask = groups.mask();
    int group = ProbeSeq.start(hash, mask);
    int h2 = ControlWord.h2(hash);
    for (int step = 1; ; step++) {
      long controls = groups.controls(group);
      for (long m = ControlWord.matchH2(controls, h2); m != 0; m &= m - 1) {
        if (groups.key(group, ControlWord.first(m)) == key) {
          return group * SwissLayout.SLOTS + ControlWord.first(m);
        }
      }
      if (ControlWord.matchEmpty(controls) != 0) {
        return -1;
      }
      group = ProbeSeq.next(group, step, mask);
    }
  }

  /** Empties the table; it keeps its groups. */
  void clear() {
    groups.setEmpty();
    used = 0;
    growthLeft = maxGrowthLeft();
  }

  /** Its groups. */
  public Groups groups() {
    return groups;
  }

  /** Slots. */
  public int capacity() {
    return groups.length() * SwissLayout.SLOTS;
  }

  /** Entries. */
  public int used() {
    return used;
  }

  /** Entries that it takes before it grows or splits. */
  public int growthLeft() {
    return growthLeft;
  }

  /** Bits of the hash that all its keys share. */
  public int localDepth() {
    return localDepth;
  }

  /** Its first position in the directory. */
  public int index() {
    return index;
  }
}

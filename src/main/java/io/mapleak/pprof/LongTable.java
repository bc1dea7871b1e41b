package io.mapleak.pprof;

import java.util.Arrays;

/**
 * Numbers the distinct longs that are put in, from 0 in order of arrival. Open addressing, at most
 * half full.
 */
final class LongTable {
  /**
   * Differs from run to run, so that no file can be made whose keys all meet in one slot. Indexes
   * do not depend on it.
   */
  static final long SEED = System.nanoTime() * 0x9e3779b97f4a7c15L;

  private long[] keys = new long[16];
  private int size;
  private int[] slots = new int[64]; // index + 1, or 0 for free

  int size() {
    return size;
  }

  long key(int index) {
    return keys[index];
  }

  /** Index of a key, which is added when it is new. */
  int put(long key) {
    int slot = slot(key);
    if (slots[slot] != 0) {
      return slots[slot] - 1;
    }
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, IntList.grown(size));
    }
    keys[size++] = key;
    slots[slot] = size;
    if (size * 2L > slots.length) {
      grow();
    }
    return size - 1;
  }

  /** Index of a key, or -1. */
  int find(long key) {
    return slots[slot(key)] - 1;
  }

  private int slot(long key) {
    long mixed = (key ^ SEED) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ (mixed >>> 32)) * 0xc4ceb9fe1a85ec53L;
    int mask = slots.length - 1;
    int slot = (int) (mixed >>> 32) & mask;
    while (slots[slot] != 0 && keys[slots[slot] - 1] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    slots = new int[slots.length * 2];
    for (int i = 0; i < size; i++) {
      slots[slot(keys[i])] = i + 1;
    }
  }
}

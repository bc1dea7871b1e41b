package io.mapleak.pprof;

import java.util.Arrays;

/** A growing array of ints. */
final class IntList {
  int[] items;
  int size;

  IntList(int capacity) {
    items = new int[capacity];
  }

  void add(int item) {
    if (size == items.length) {
      items = Arrays.copyOf(items, grown(size));
    }
    items[size++] = item;
  }

  int get(int index) {
    return items[index];
  }

  /** An array of exactly the size, which may be the list's own. */
  int[] toArray() {
    return size == items.length ? items : Arrays.copyOf(items, size);
  }

  /** The next capacity: half as much again, which wastes less at the end than doubling. */
  static int grown(int size) {
    return Math.max(size + (size >> 1), 16);
  }
}

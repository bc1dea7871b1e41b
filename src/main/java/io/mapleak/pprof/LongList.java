package io.mapleak.pprof;

import java.util.Arrays;

/** A growing array of longs. */
final class LongList {
  long[] items;
  int size;

  LongList(int capacity) {
    items = new long[capacity];
  }

  void add(long item) {
    if (size == items.length) {
      items = Arrays.copyOf(items, IntList.grown(size));
    }
    items[size++] = item;
  }

  long get(int index) {
    return items[index];
  }

  /** An array of exactly the size, which may be the list's own. */
  long[] toArray() {
    return size == items.length ? items : Arrays.copyOf(items, size);
  }
}

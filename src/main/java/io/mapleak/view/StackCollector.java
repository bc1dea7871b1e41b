package io.mapleak.view;

import io.mapleak.profile.StackTable;
import java.util.Arrays;

/** Collects stacks, each distinct one once: an open hash over the runs of one array. */
final class StackCollector {
  private static final long MIXER = 0x9E3779B97F4A7C15L;

  private int[] locations = new int[1024];
  private int end;
  private int[] starts = new int[64];
  private int size;
  private int[] slots = new int[128]; // stack + 1, or 0 for free

  /** Adds a location to the stack being built, leaf first. */
  void push(int location) {
    if (end == locations.length) {
      locations = Arrays.copyOf(locations, end * 2);
    }
    locations[end++] = location;
  }

  /** Ends the stack being built; its index. */
  int intern() {
    int start = starts[size];
    int slot = slot(start, end);
    if (slots[slot] != 0) {
      end = start;
      return slots[slot] - 1;
    }
    slots[slot] = ++size;
    if (size + 1 >= starts.length) {
      starts = Arrays.copyOf(starts, starts.length * 2);
    }
    starts[size] = end;
    if (size * 2 > slots.length) {
      grow();
    }
    return size - 1;
  }

  /** Where the run stands, or the free slot where it belongs. */
  private int slot(int from, int to) {
    int mask = slots.length - 1;
    long hash = (long) to - from;
    for (int i = from; i < to; i++) {
      hash = (Long.rotateLeft(hash, 5) ^ locations[i]) * MIXER;
    }
    int slot = (int) (hash >>> Integer.SIZE) & mask;
    while (slots[slot] != 0) {
      int stack = slots[slot] - 1;
      if (Arrays.equals(locations, starts[stack], starts[stack + 1], locations, from, to)) {
        break;
      }
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    slots = new int[slots.length * 2];
    for (int stack = 0; stack < size; stack++) {
      slots[slot(starts[stack], starts[stack + 1])] = stack + 1;
    }
  }

  StackTable table() {
    return new StackTable(Arrays.copyOf(starts, size + 1), Arrays.copyOf(locations, end));
  }
}

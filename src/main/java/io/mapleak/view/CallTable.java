package io.mapleak.view;

import java.util.Arrays;

/**
 * Weights and marks of calls, an open hash of (caller, callee). A call that recurs in a stack
 * counts once, as it is first seen.
 */
final class CallTable {
  private static final int FIRST_CAPACITY = 1 << 8;
  private static final long EMPTY = -1;
  private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L; // Knuth's multiplicative hash

  private long[] keys = new long[FIRST_CAPACITY];
  private long[] weights = new long[FIRST_CAPACITY];
  private int[] lastStack = new int[FIRST_CAPACITY];
  private byte[] marks = new byte[FIRST_CAPACITY];
  private int size;

  CallTable() {
    Arrays.fill(keys, EMPTY);
  }

  /** What is done with each call. */
  interface Visitor {
    void call(int caller, int callee, long weight, byte marks);
  }

  /** Number of calls. */
  int size() {
    return size;
  }

  /**
   * Adds to a call, unless the stack has added to it already.
   *
   * @param mark bits that are set for the call
   */
  void add(int caller, int callee, int stack, long value, byte mark) {
    long key = (long) caller << Integer.SIZE | callee;
    int slot = find(keys, key);
    if (keys[slot] == EMPTY) {
      if (size * 2 >= keys.length) {
        grow();
        slot = find(keys, key);
      }
      keys[slot] = key;
      size++;
    }
    if (lastStack[slot] != stack + 1) {
      lastStack[slot] = stack + 1;
      weights[slot] += value;
      marks[slot] |= mark;
    }
  }

  /** Visits all calls, in no order. */
  void forEach(Visitor visitor) {
    for (int slot = 0; slot < keys.length; slot++) {
      long key = keys[slot];
      if (key != EMPTY) {
        visitor.call((int) (key >>> Integer.SIZE), (int) key, weights[slot], marks[slot]);
      }
    }
  }

  private static int find(long[] keys, long key) {
    int mask = keys.length - 1;
    int slot = (int) ((key * GOLDEN_RATIO) >>> Integer.SIZE) & mask;
    while (keys[slot] != key && keys[slot] != EMPTY) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    long[] oldWeights = weights;
    int[] oldStacks = lastStack;
    byte[] oldMarks = marks;
    int capacity = oldKeys.length * 2;
    keys = new long[capacity];
    Arrays.fill(keys, EMPTY);
    weights = new long[capacity];
    lastStack = new int[capacity];
    marks = new byte[capacity];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != EMPTY) {
        int slot = find(keys, oldKeys[i]);
        keys[slot] = oldKeys[i];
        weights[slot] = oldWeights[i];
        lastStack[slot] = oldStacks[i];
        marks[slot] = oldMarks[i];
      }
    }
  }
}

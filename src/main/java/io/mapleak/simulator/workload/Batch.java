package io.mapleak.simulator.workload;

/** Operations on their way to the models, in order. */
final class Batch {
  static final byte ASSIGN = 0;
  static final byte DELETE = 1;
  static final byte LOOKUP = 2;
  static final byte CLEAR = 3;
  static final byte RANGE = 4;

  /** Always the last of its batch: the live keys are those to copy. */
  static final byte REBUILD = 5;

  static final byte MAKE = 6;

  private static final int ROOM = 1 << 15;

  private final byte[] codes = new byte[ROOM];
  private final int[] keys = new int[ROOM];
  private int size;

  int size() {
    return size;
  }

  boolean isFull() {
    return size == ROOM;
  }

  byte code(int i) {
    return codes[i];
  }

  int key(int i) {
    return keys[i];
  }

  void clear() {
    size = 0;
  }

  void add(byte code, int key) {
    codes[size] = code;
    keys[size++] = key;
  }
}

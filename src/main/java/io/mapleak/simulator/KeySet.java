package io.mapleak.simulator;

import java.util.Arrays;

/**
 * A set of key ids, 8 bytes a key: all operations take constant time, and a key can be told by its
 * position, so that one can be drawn at random. Not thread-safe.
 */
public final class KeySet {
  private static final int FIRST_ROOM = 16;

  private int[] keys = new int[FIRST_ROOM];
  private int[] positions = new int[FIRST_ROOM]; // plus 1, so that 0 is absent
  private int size;

  /** Keys in the set. */
  public int size() {
    return size;
  }

  /** Whether the key is in the set. */
  public boolean contains(int key) {
    return key < positions.length && positions[key] != 0;
  }

  /** The key at a position, 0 to {@link #size} - 1. */
  public int at(int position) {
    return keys[position];
  }

  /** Adds a key at the last position; false when it is there already. */
  public boolean add(int key) {
    if (key >= positions.length) {
      positions = Arrays.copyOf(positions, Math.max(key + 1, 2 * positions.length));
    }
    if (positions[key] != 0) {
      return false;
    }
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, 2 * size);
    }
    keys[size++] = key;
    positions[key] = size;
    return true;
  }

  /** Removes a key, whose position the last one takes; false when it is not there. */
  public boolean remove(int key) {
    if (!contains(key)) {
      return false;
    }
    int position = positions[key];
    int last = keys[--size];
    keys[position - 1] = last;
    positions[last] = position;
    positions[key] = 0;
    return true;
  }

  /** Removes all keys. */
  public void clear() {
    for (int i = 0; i < size; i++) {
      positions[keys[i]] = 0;
    }
    size = 0;
  }
}

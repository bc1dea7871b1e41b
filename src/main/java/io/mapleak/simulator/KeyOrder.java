package io.mapleak.simulator;

import java.util.Arrays;

/** Keys from oldest to newest, as a doubly linked list through two arrays. Ids are small. */
public final class KeyOrder {
  private static final int NONE = -1;
  private static final int FIRST_ROOM = 16;

  private int[] newer = new int[FIRST_ROOM];
  private int[] older = new int[FIRST_ROOM];
  private int newest = NONE;
  private int oldest = NONE;

  /** The key that was added last; there is one. */
  public int newest() {
    return newest;
  }

  /** The key that was added before all others; there is one. */
  public int oldest() {
    return oldest;
  }

  /** Adds a key that is not in the list. */
  public void add(int key) {
    if (key >= newer.length) {
      int room = Math.max(key + 1, 2 * newer.length);
      newer = Arrays.copyOf(newer, room);
      older = Arrays.copyOf(older, room);
    }
    newer[key] = NONE;
    older[key] = newest;
    if (newest == NONE) {
      oldest = key;
    } else {
      newer[newest] = key;
    }
    newest = key;
  }

  /** Takes out a key that is in the list. */
  public void remove(int key) {
    if (key == newest) {
      newest = older[key];
    } else {
      older[newer[key]] = older[key];
    }
    if (key == oldest) {
      oldest = newer[key];
    } else {
      newer[older[key]] = newer[key];
    }
  }

  /** Takes out all keys. */
  public void clear() {
    newest = NONE;
    oldest = NONE;
  }
}

package io.mapleak.simulator.workload;

import io.mapleak.simulator.HashSource;
import io.mapleak.simulator.KeyOrder;
import io.mapleak.simulator.KeySet;
import io.mapleak.simulator.SeededHashes;
import java.util.Arrays;

/**
 * The keys that a workload's map holds, in the order of their inserts, and the ids of keys. Ids 0
 * to n - 1 are the key space, id n is a key that never is in the map, further ids are new keys. The
 * id of a deleted key is given to a new one, which hashes differently, so that models need room for
 * the keys of one time only.
 */
final class LiveKeys {
  /** Most ids: what fits into some gigabytes with all bookkeeping and a model or two. */
  static final int MAX_IDS = 100_000_000;

  private final int space;
  private final boolean recycles;
  private final KeySet live = new KeySet();
  private final KeyOrder order = new KeyOrder();
  private int most;

  private int nextId;
  private int nextIdentity;
  private int[] identities = new int[1024];
  private int[] free = new int[1024];
  private int freeCount;
  private int releasedCount;
  private int[] released = new int[1024];

  /**
   * No keys.
   *
   * @param recycles whether the id of a deleted key may go to another one
   */
  LiveKeys(int space, boolean recycles) {
    this.space = space;
    this.recycles = recycles;
    nextId = space + 1;
    nextIdentity = nextId;
  }

  int size() {
    return live.size();
  }

  /** Most keys that were in the map at once. */
  int most() {
    return most;
  }

  int at(int position) {
    return live.at(position);
  }

  boolean contains(int key) {
    return live.contains(key);
  }

  /** A key that never is in the map. */
  int absentKey() {
    return space;
  }

  /** The key that was inserted before all others; there is one. */
  int oldest() {
    return order.oldest();
  }

  /** The key that was inserted after all others; there is one. */
  int newest() {
    return order.newest();
  }

  /** A key that no map has seen, which is in the map from now on. */
  int addNew() {
    int key = freeCount > 0 ? free[--freeCount] : nextId++;
    if (key >= MAX_IDS) {
      throw new IllegalArgumentException(
          "more than " + MAX_IDS + " keys at once are too many for a run");
    }
    if (key >= identities.length) {
      identities = Arrays.copyOf(identities, Math.max(key + 1, 2 * identities.length));
    }
    identities[key] = nextIdentity++;
    add(key);
    return key;
  }

  /** Puts a key in the map that is not there. */
  void add(int key) {
    live.add(key);
    most = Math.max(most, live.size());
    order.add(key);
  }

  /** Takes a key out of the map; false when it is not there. */
  boolean remove(int key) {
    if (!live.remove(key)) {
      return false;
    }
    order.remove(key);
    release(key);
    return true;
  }

  private void release(int key) {
    if (recycles && key > space) {
      if (releasedCount == released.length) {
        released = Arrays.copyOf(released, 2 * releasedCount);
      }
      released[releasedCount++] = key;
    }
  }

  /** Takes all keys out of the map. */
  void clear() {
    for (int i = 0; i < live.size(); i++) {
      release(live.at(i));
    }
    live.clear();
    order.clear();
  }

  /** Lets the ids of deleted keys be used again: all models know that the keys are deleted. */
  void recycle() {
    if (freeCount + releasedCount > free.length) {
      free = Arrays.copyOf(free, 2 * (freeCount + releasedCount));
    }
    System.arraycopy(released, 0, free, freeCount, releasedCount);
    freeCount += releasedCount;
    releasedCount = 0;
  }

  /** Hashes of these keys in one run; all runs of one seed draw the same. */
  HashSource hashes(long seed) {
    SeededHashes hashes = new SeededHashes(seed);
    return new HashSource() {
      @Override
      public long newSeed() {
        return hashes.newSeed();
      }

      @Override
      public long hash(int key, long hashSeed) {
        return hashes.hash(key > space ? identities[key] : key, hashSeed);
      }
    };
  }
}

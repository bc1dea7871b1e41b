package io.mapleak.simulator.classic;

import io.mapleak.gomap.ClassicLayout;
import java.util.Arrays;

/**
 * The buckets of one array, its spare ones behind them, and behind those the overflow buckets that
 * were allocated by themselves and hang on its chains. A bucket is named by its index; 5.5 bytes a
 * slot: tophash, key id, overflow link. Elems have no model, only sizes.
 */
public final class BucketArray {
  /** No bucket: the end of a chain. Bucket 0 is never an overflow bucket. */
  public static final int NIL = 0;

  /** The key of a slot whose pointers were cleared. */
  static final int CLEARED = -1;

  private static final int SLOTS = ClassicLayout.SLOTS;

  private final int b;
  private final int length;
  private final long charge;
  private long[] tophashes;
  private int[] keys;
  private int[] overflow;
  private int used;

  /**
   * An empty array.
   *
   * @param b log2 of the buckets without spare ones
   * @param length buckets with spare ones
   * @param charge bytes that the allocator charges for it
   */
  BucketArray(int b, int length, long charge) {
    this.b = b;
    this.length = length;
    this.charge = charge;
    this.used = length;
    int room = length + length / 8 + 1;
    tophashes = new long[room];
    keys = new int[room * SLOTS];
    overflow = new int[room];
  }

  /** Log2 of the buckets without spare ones. */
  public int b() {
    return b;
  }

  /** Buckets that entries hash to: 2^B. */
  public int base() {
    return 1 << b;
  }

  /** Buckets of the array, spare ones included. */
  int length() {
    return length;
  }

  /** Whether a bucket is part of the array, not allocated by itself. */
  boolean isPart(int bucket) {
    return bucket < length;
  }

  /** Bytes that the allocator charges for the array. */
  long charge() {
    return charge;
  }

  /** The 8 tophash bytes of a bucket. */
  public long tophashes(int bucket) {
    return tophashes[bucket];
  }

  /** The key id in a slot; without meaning where the slot is empty. */
  public int key(int bucket, int slot) {
    return keys[bucket * SLOTS + slot];
  }

  /** The next bucket of the chain, or {@link #NIL}. */
  public int overflow(int bucket) {
    return overflow[bucket];
  }

  void setTophash(int bucket, int slot, int tophash) {
    tophashes[bucket] = Tophash.with(tophashes[bucket], slot, tophash);
  }

  void setTophashes(int bucket, long word) {
    tophashes[bucket] = word;
  }

  void setKey(int bucket, int slot, int key) {
    keys[bucket * SLOTS + slot] = key;
  }

  void setOverflow(int bucket, int next) {
    overflow[bucket] = next;
  }

  /** An empty bucket that is allocated by itself. */
  int add() {
    if (used == tophashes.length) {
      int room = Math.addExact(used, used / 2 + 1);
      tophashes = Arrays.copyOf(tophashes, room);
      keys = Arrays.copyOf(keys, Math.multiplyExact(room, SLOTS));
      overflow = Arrays.copyOf(overflow, room);
    }
    return used++;
  }

  /** Empties all buckets and forgets those that were allocated by themselves. */
  void zero() {
    Arrays.fill(tophashes, 0, used, 0);
    Arrays.fill(overflow, 0, used, NIL);
    used = length;
  }

  /** Overflow buckets of a chain that were allocated by themselves. */
  int addedInChain(int bucket) {
    int added = 0;
    for (int o = overflow[bucket]; o != NIL; o = overflow[o]) {
      if (!isPart(o)) {
        added++;
      }
    }
    return added;
  }

  /** Overflow buckets that hang on chains. */
  public int chained() {
    int chained = 0;
    for (int i = 0; i < base(); i++) {
      for (int o = overflow[i]; o != NIL; o = overflow[o]) {
        chained++;
      }
    }
    return chained;
  }
}

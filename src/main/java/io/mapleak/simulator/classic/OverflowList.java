package io.mapleak.simulator.classic;

import io.mapleak.gomap.GoType;
import io.mapleak.simulator.Heap;

/**
 * The list that keeps overflow buckets of one array alive where buckets hold no pointers
 * (runtime/map.go: mapextra.overflow, a *[]*bmap). Only its length and capacity are modelled.
 */
final class OverflowList {
  /** Bytes of the slice header, which is an object of its own. */
  private static final int HEADER = 24;

  /** Up to this capacity append doubles (runtime/slice.go: nextslicecap). */
  private static final int DOUBLING_BELOW = 256;

  private final Heap heap;
  private final long headerCharge;
  private long arrayCharge;
  private int length;
  private int capacity;
  private int added;

  OverflowList(Heap heap) {
    this.heap = heap;
    headerCharge = heap.malloc(HEADER, true);
  }

  /**
   * Appends a bucket.
   *
   * @param alone whether it was allocated by itself
   */
  void append(boolean alone) {
    if (length == capacity) {
      long grown = heap.usable((long) GoType.POINTER * nextCapacity(), true);
      long charge = heap.malloc(grown, true);
      heap.drop(arrayCharge, 1);
      arrayCharge = charge;
      capacity = (int) (grown / GoType.POINTER);
    }
    length++;
    if (alone) {
      added++;
    }
  }

  private int nextCapacity() {
    if (capacity == 0) {
      return 1;
    }
    return capacity < DOUBLING_BELOW
        ? 2 * capacity
        : capacity + (capacity + 3 * DOUBLING_BELOW) / 4;
  }

  int length() {
    return length;
  }

  int capacity() {
    return capacity;
  }

  /** Drops the list, and with it the buckets that only it kept alive. */
  void drop(long bucketCharge) {
    heap.drop(headerCharge, 1);
    heap.drop(arrayCharge, 1);
    heap.drop(bucketCharge, added);
  }
}

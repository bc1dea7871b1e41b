package io.mapleak.simulator.workload;

import io.mapleak.simulator.Heap;

/**
 * Objects behind keys or elems.
 *
 * @param bytes of each, 0 for none
 * @param mean whether they differ in size, and {@code bytes} is what the allocator charges for one
 *     on average
 */
public record ObjectSize(long bytes, boolean mean) {
  /** No objects. */
  public static final ObjectSize NONE = new ObjectSize(0, false);

  public ObjectSize {
    if (bytes < 0) {
      throw new IllegalArgumentException("no object has a negative size");
    }
  }

  /** Objects of one size. */
  public static ObjectSize of(long bytes) {
    return new ObjectSize(bytes, false);
  }

  /** Objects of several sizes, charged so much on average. */
  public static ObjectSize mean(long charge) {
    return new ObjectSize(charge, true);
  }

  /** Whether there are any. */
  public boolean exists() {
    return bytes > 0;
  }

  /** What one is charged. */
  long charge(Heap heap) {
    return mean ? bytes : heap.charge(bytes, true);
  }

  /** As in the text format. */
  String text() {
    return (mean ? "mean " : "") + bytes;
  }
}

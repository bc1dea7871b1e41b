package io.mapleak.site;

import io.mapleak.gomap.SizeClasses;
import java.util.List;

/**
 * The rival of every map: a slice, channel or ring buffer whose capacity is a power of two. Its
 * blocks double as a map's do, but the smallest unit is an element, with no control words and no
 * spare buckets.
 */
final class DoublingSlice {
  /**
   * Largest element considered, bytes. They are multiples of 8: slices of 1, 2 or 4 bytes double
   * through the same sizes.
   */
  private static final int MAX_ELEMENT = 1024;

  /** Largest element, bytes, of the rings and tables that programs mostly keep: a cache line. */
  private static final int COMMON_ELEMENT = 64;

  private DoublingSlice() {}

  /**
   * Whether some power-of-two slice explains all of these charges.
   *
   * @param charges block sizes
   * @param mayHaveHeader whether pointerful blocks may carry a malloc header
   */
  static boolean explains(List<Long> charges, boolean mayHaveHeader) {
    return explains(charges, mayHaveHeader, MAX_ELEMENT);
  }

  /** Whether a slice of elements of a common size does. */
  static boolean isCommon(List<Long> charges, boolean mayHaveHeader) {
    return explains(charges, mayHaveHeader, COMMON_ELEMENT);
  }

  private static boolean explains(List<Long> charges, boolean mayHaveHeader, int maxElement) {
    for (int element = 8; element <= maxElement; element += 8) {
      if (explains(charges, element, false)
          || (mayHaveHeader && explains(charges, element, true))) {
        return true;
      }
    }
    return false;
  }

  private static boolean explains(List<Long> charges, int element, boolean header) {
    for (long charge : charges) {
      long size = element;
      while (SizeClasses.charge(size, header) < charge) {
        size *= 2;
      }
      if (SizeClasses.charge(size, header) != charge) {
        return false;
      }
    }
    return true;
  }
}

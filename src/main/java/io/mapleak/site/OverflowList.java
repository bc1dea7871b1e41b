package io.mapleak.site;

import io.mapleak.gomap.SizeClasses;
import java.util.HashSet;
import java.util.Set;

/**
 * Blocks of the list that keeps the overflow buckets of a pointer-free classic map alive
 * (runtime/map.go: newoverflow appends to hmap.extra.overflow). The list grows as any slice of
 * pointers: doubling below 256, then by a quarter and 192 (runtime/slice.go: growslice).
 */
final class OverflowList {
  private static final int DOUBLING_LIMIT = 256;
  private static final long MAX_BYTES = 64L << 20;

  private static final Set<Long> WITHOUT_HEADER = charges(false);
  private static final Set<Long> WITH_HEADER = charges(true);

  private OverflowList() {}

  /** Whether such a list can be charged so many bytes. */
  static boolean isCharge(long bytes, boolean mayHaveHeader, boolean mayLackHeader) {
    return (mayHaveHeader && WITH_HEADER.contains(bytes))
        || (mayLackHeader && WITHOUT_HEADER.contains(bytes));
  }

  private static Set<Long> charges(boolean header) {
    Set<Long> charges = new HashSet<>();
    long capacity = 1;
    while (8 * capacity < MAX_BYTES) {
      long bytes = 8 * capacity;
      long charge = SizeClasses.charge(bytes, header);
      charges.add(charge);
      boolean hasHeader =
          header
              && bytes > SizeClasses.MIN_WITH_HEADER
              && bytes <= SizeClasses.MAX_SMALL - SizeClasses.HEADER;
      capacity = (charge - (hasHeader ? SizeClasses.HEADER : 0)) / 8;
      capacity =
          capacity < DOUBLING_LIMIT ? 2 * capacity : capacity + (capacity + 3 * DOUBLING_LIMIT) / 4;
    }
    return Set.copyOf(charges);
  }
}

package io.mapleak.simulator.classic;

import io.mapleak.gomap.ClassicLayout;
import io.mapleak.gomap.GoVersion;

/** When and how a growth begins (runtime/map.go: overLoadFactor, hashGrow, growWork). */
final class HashGrow {
  private static final int LOAD_FACTOR_DEN = 2;
  private static final int LOAD_FACTOR_NUM = 13;

  /** Go 1.21 wrote (8 x 13 / 16) x 2, and integer division made 6 of 6.5 (golang/go#63438). */
  private static final int LOAD_FACTOR_NUM_1_21 = 12;

  private static final GoVersion WITH_SMALLER_FACTOR = GoVersion.of(21);

  /** More overflow buckets than 2^15 are always too many. */
  private static final int MAX_OVERFLOW_B = 15;

  private HashGrow() {}

  static int loadFactorNum(GoVersion go) {
    return go.equals(WITH_SMALLER_FACTOR) ? LOAD_FACTOR_NUM_1_21 : LOAD_FACTOR_NUM;
  }

  /** The most entries of 2^B buckets before they are too full; a single bucket may be full. */
  static long loadLimit(GoVersion go, int b) {
    return loadFactorNum(go) * ((1L << b) / LOAD_FACTOR_DEN);
  }

  static boolean overLoadFactor(GoVersion go, long count, int b) {
    return count > ClassicLayout.SLOTS && count > loadLimit(go, b);
  }

  /** About as many overflow buckets as regular ones: entries came and went (golang/go#16070). */
  static boolean tooManyOverflowBuckets(int noverflow, int b) {
    return noverflow >= 1 << Math.min(b, MAX_OVERFLOW_B);
  }

  /** Whether one more entry begins a growth. */
  static boolean isDue(Hmap h) {
    return !h.growing()
        && (overLoadFactor(h.go, h.count + 1, h.b) || tooManyOverflowBuckets(h.noverflow, h.b));
  }

  /** Allocates the new array; the entries follow bucket by bucket. */
  static void hashGrow(Hmap h) {
    int bigger = 1;
    if (!overLoadFactor(h.go, h.count + 1, h.b)) {
      bigger = 0;
      h.flags |= Hmap.SAME_SIZE_GROW;
    }
    BucketArray array = h.makeBucketArray(h.b + bigger);
    boolean iterated = (h.flags & Hmap.ITERATOR) != 0;
    h.flags &= ~(Hmap.ITERATOR | Hmap.OLD_ITERATOR);
    if (iterated) {
      h.flags |= Hmap.OLD_ITERATOR;
    }
    h.b += bigger;
    h.oldbuckets = h.buckets;
    h.buckets = array;
    h.nevacuate = 0;
    h.noverflow = 0;
    h.oldAdded = h.added;
    h.added = 0;
    if (h.overflow != null) {
      h.oldoverflow = h.overflow;
      h.overflow = null;
    }
    h.useSpares(array);
  }

  /** Evacuates the old bucket behind the one about to be used, and one more. */
  static void growWork(Hmap h, BucketArray old, int bucket) {
    Evacuation.evacuate(h, old, bucket & (old.base() - 1));
    if (h.growing()) {
      Evacuation.evacuate(h, old, h.nevacuate);
    }
  }
}

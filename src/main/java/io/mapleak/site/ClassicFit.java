package io.mapleak.site;

import io.mapleak.gomap.ClassicLayout;
import io.mapleak.gomap.Implementation;
import io.mapleak.gomap.SizeClasses;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads an allocation point as a classic map: every size must be 2^B buckets (17/16 of that from B
 * = 4 on), one bucket, or one of the few other blocks that a map's growth allocates. Evidence is
 * added up as log odds against blocks of arbitrary sizes and against slices that double.
 */
final class ClassicFit {
  /** Odds, before any block is seen, that a point whose blocks are all dead is a map. */
  private static final double PRIOR_DEAD = Math.log(1.0 / 12);

  /** The same for a point with blocks in use: buffers come and go, maps stay. */
  private static final double PRIOR_LIVE = Math.log(1.0 / 4);

  /** Log odds of a function named like one that makes, fills or grows buffers. */
  private static final double BUFFER_NAME = -1.5;

  /** Any other function: a map's memory is charged where an entry is assigned. */
  private static final double OTHER_NAME = 1.4;

  /** Least log odds of a further rung that a doubling slice would not have. */
  private static final double LEAST_RUNG = 2.0;

  /** Most log odds of one. */
  private static final double MOST_RUNG = 4.5;

  /** A rung that a doubling slice of a common element size would have as well. */
  private static final double RUNG_A_SLICE_HAS = 0.5;

  /**
   * The same for an uncommon element size: a third of what has several sizes at one line doubles,
   * for append grows large slices by a quarter (runtime/slice.go: nextslicecap).
   */
  private static final double RUNG_A_RARE_SLICE_HAS = 1.0;

  /** A block of exactly one bucket beside the arrays. */
  static final double BUCKET_BLOCK = 2.7;

  /**
   * Above this many bytes programs rarely use a size class that is no power of two; below, structs
   * have any size.
   */
  private static final long SMALLEST_ODD_CLASS = 16384;

  /** Blocks up to this size may be any struct or string: alone they tell nothing. */
  private static final long LARGEST_STRUCT = 8192;

  /** The class of 2048 pointers with their malloc header: of the odd classes the most common. */
  private static final long POINTERS_AND_HEADER = 18432;

  /** Share of arrays that are made in one piece, by a hint. */
  private static final double MADE_BY_HINT = Math.log(0.25);

  /** Share of lines with several arrays whose maps are all made by hints of one size. */
  private static final double MADE_ALIKE = Math.log(0.3);

  /** Most that a missing overflow bucket may count: other causes exist (hints, few entries). */
  private static final double MAX_MISSING = 6;

  /**
   * Overflow buckets made on their own until an array is full, as a share of its bytes: Poisson
   * load 6.5, 1/16 spare.
   */
  private static final double OVERFLOW_SHARE = 0.14;

  /** Smallest array, bytes, beside which indirect keys and elems are believed. */
  private static final long SMALLEST_ARRAY_BESIDE_INDIRECT = 64 * 1024;

  private final AllocationPoint point;
  private final boolean mayHaveHeader;
  private final Sampling sampling;
  private final long rate;

  /** The likeliest reading so far, its log weight, and the prior of all that fit. */
  private @Nullable Fit best;

  private double bestWeight = Double.NEGATIVE_INFINITY;
  private double marginal;

  private ClassicFit(AllocationPoint point, GoVersionReading go, long rate) {
    this.point = point;
    this.mayHaveHeader = go.mayHaveMallocHeader();
    this.rate = Math.max(rate, 1);
    this.sampling = new Sampling(rate);
  }

  /** The best classic reading, or null when the sizes fit no classic map. */
  static @Nullable Fit of(AllocationPoint point, GoVersionReading go, long rate) {
    return new ClassicFit(point, go, rate).best();
  }

  private @Nullable Fit best() {
    ArraySizes.classic().forEach(point.blocks(), this::consider);
    return best == null ? null : judge(best, marginal);
  }

  private void consider(int slot, boolean header) {
    Fit fit = header && !mayHaveHeader ? null : roles(slot, header);
    if (fit == null) {
      return;
    }
    double prior = SlotPrior.classic(slot) * (mayHaveHeader ? (header ? 0.7 : 0.3) : 1);
    marginal += prior;
    double weight =
        Math.log(prior) + (fit.units().isEmpty() ? 0 : BUCKET_BLOCK) - fit.others().size();
    if (weight > bestWeight) {
      bestWeight = weight;
      best = fit;
    }
  }

  /** Gives each block its role, or returns null when one has none. */
  private @Nullable Fit roles(int slot, boolean header) {
    ClassicLayout layout = new ClassicLayout(slot, header);
    List<Block> arrays = new ArrayList<>();
    List<Block> units = new ArrayList<>();
    List<Block> others = new ArrayList<>();
    long largest = 0;
    int indirect = 0;
    for (Block block : point.blocks()) {
      int b = layout.bOf(block.bytes());
      if (b > 0) {
        arrays.add(block);
        largest = Math.max(largest, block.bytes());
      } else if (b == 0) {
        units.add(block);
      } else if (block.bytes() == 24 || block.bytes() == 48 || block.bytes() == 64) {
        others.add(block);
      } else if (!header && OverflowList.isCharge(block.bytes(), mayHaveHeader, true)) {
        others.add(block);
      } else if (block.bytes() > 128 && block.bytes() <= SizeClasses.MAX_SMALL && indirect < 2) {
        indirect++;
        others.add(block);
      } else {
        return null;
      }
    }
    if (arrays.isEmpty() || (indirect > 0 && largest < SMALLEST_ARRAY_BESIDE_INDIRECT)) {
      return null;
    }
    for (Block other : others) {
      if (other.bytes() * 8 > largest && other.bytes() > 64) {
        return null;
      }
    }
    return new Fit(Implementation.CLASSIC, slot, header, arrays, units, others, 0, List.of());
  }

  /** The other slot size that makes all arrays as well, without any bucket to tell. */
  private @Nullable Integer otherSlot(Fit fit) {
    Integer twin = SlotPrior.twin(fit.slotBytes());
    Fit other = twin == null ? null : roles(twin, fit.header());
    return other != null
            && other.arrays().equals(fit.arrays())
            && fit.units().isEmpty()
            && other.units().isEmpty()
        ? twin
        : null;
  }

  private Fit judge(Fit fit, double marginal) {
    ClassicLayout layout = new ClassicLayout(fit.slotBytes(), fit.header());
    List<String> why = new ArrayList<>();
    List<Long> sizes = new ArrayList<>();
    TreeSet<Integer> rungs = new TreeSet<>();
    for (Block block : fit.arrays()) {
      sizes.add(block.bytes());
      rungs.add(layout.bOf(block.bytes()));
    }
    long top = sizes.get(sizes.size() - 1);
    double odds = prior(point) + Math.log(marginal * octaveShare(top));
    boolean sliceToo = DoublingSlice.explains(sizes, mayHaveHeader);
    double slice =
        DoublingSlice.isCommon(sizes, mayHaveHeader) ? RUNG_A_SLICE_HAS : RUNG_A_RARE_SLICE_HAS;
    if (rungs.size() > 1) {
      odds +=
          rungs.headSet(rungs.last()).stream()
              .mapToDouble(b -> sliceToo ? slice : rung(layout.arrayCharge(b)))
              .sum();
      why.add(
          String.format(
              Locale.ROOT,
              "%d block sizes are bucket arrays that double, (2^B + 2^(B-4)) x %d bytes%s",
              rungs.size(),
              layout.bucketBytes(),
              sliceToo ? "; a slice could double likewise" : "; no slice grows so"));
    } else {
      why.add(
          String.format(
              Locale.ROOT,
              "its blocks are exactly bucket arrays of 2^%d buckets of %d bytes",
              rungs.first(),
              layout.bucketBytes()));
    }
    if (!fit.units().isEmpty()) {
      odds += BUCKET_BLOCK;
      why.add("single overflow buckets of the same size beside them");
    } else if (below(layout, rungs) >= MADE_BY_HINT) {
      double missing = Math.min(MAX_MISSING, overflowExpected(fit.arrays()));
      odds -= missing;
      if (missing > 2) {
        why.add("but no overflow bucket was seen, where some were to be expected");
      }
    }
    odds += gaps(layout, rungs) + repeated(fit.arrays());
    for (Block other : fit.others()) {
      if (other.bytes() > 128) {
        odds -= 1;
      }
    }
    Integer otherSlot = otherSlot(fit);
    if (otherSlot != null) {
      why.add("slots of " + otherSlot + " bytes would fit the same blocks");
    }
    return fit.withOdds(odds, why).withOtherSlot(otherSlot);
  }

  /**
   * Prior odds of a point, by whether it still holds something and by what its function is called.
   */
  static double prior(AllocationPoint point) {
    double prior = point.largestInUse() > 0 ? PRIOR_LIVE : PRIOR_DEAD;
    return prior
        + (FunctionNames.makesBuffers(point.owner().function()) ? BUFFER_NAME : OTHER_NAME);
  }

  private static double rung(long charge) {
    return Math.min(MOST_RUNG, Math.max(LEAST_RUNG, Math.log(octaveShare(charge))));
  }

  /**
   * One over the share that a block size has among all of its octave: what it is worth that a lone
   * block has it. Page multiples are all alike; of the size classes programs use powers of two
   * most, and others seldom.
   */
  static double octaveShare(long charge) {
    if (charge > SizeClasses.MAX_SMALL) {
      return charge * 0.7 / SizeClasses.PAGE;
    }
    if (charge > LARGEST_STRUCT && Long.bitCount(charge) == 1) {
      return 2;
    }
    return charge <= LARGEST_STRUCT
        ? 0.5
        : charge <= SMALLEST_ODD_CLASS ? 4 : charge == POINTERS_AND_HEADER ? 16 : 32;
  }

  /**
   * Several arrays of one size and none of another: each map must have been made by the same hint,
   * where pages and buffers are mostly alike.
   */
  private static double repeated(List<Block> arrays) {
    return arrays.size() > 1
        ? 0
        : Math.max(MADE_ALIKE, -(arrays.get(0).allocSampled() - 1) * Math.log(2));
  }

  /**
   * Overflow buckets to be sampled if each array below the top one was filled up to its load
   * factor.
   */
  private double overflowExpected(List<Block> arrays) {
    double filled = 0;
    for (int i = 0; i < arrays.size() - 1; i++) {
      filled +=
          sampling.count(arrays.get(i).allocSampled(), arrays.get(i).bytes()).best()
              * arrays.get(i).bytes();
    }
    return OVERFLOW_SHARE * filled / rate;
  }

  /** Log odds of the rungs that a map must have passed through and that were not sampled. */
  private double gaps(ClassicLayout layout, SortedSet<Integer> rungs) {
    double inside = 0;
    for (int b = rungs.first() + 1; b < rungs.last(); b++) {
      if (!rungs.contains(b)) {
        inside += unseen(layout.arrayCharge(b));
      }
    }
    // a constructor is where hints are given
    double hint = FunctionNames.makesBuffers(point.owner().function()) ? 0 : MADE_BY_HINT;
    return inside + Math.max(below(layout, rungs), hint);
  }

  /** Log probability that no rung below the lowest seen was sampled; a hint skips those. */
  private double below(ClassicLayout layout, SortedSet<Integer> rungs) {
    double below = 0;
    for (int b = 1; b < rungs.first(); b++) {
      below += unseen(layout.arrayCharge(b));
    }
    return below;
  }

  private double unseen(long bytes) {
    return Math.log1p(-Math.min(0.999999, sampling.probability(bytes)));
  }
}

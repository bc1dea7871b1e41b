package io.mapleak.site;

import io.mapleak.gomap.ClassicLayout;
import io.mapleak.unit.Gaussian;
import java.util.List;

/**
 * When the arrays of a single classic map were made: that of 2^B buckets when the map passed 6.5 x
 * 2^(B-1) entries (runtime/map.go: hashGrow). An array that was not sampled tells as well, the
 * larger it is.
 */
final class ArrayBirths {
  /** Share of arrays whose time follows no curve. */
  private static final double ELSEWHEN = 0.06;

  /** Share of maps whose array is dead and was made again at the same size. */
  private static final double SAME_SIZE = 0.1;

  /** A map made by a hint may hold any part of what it can; below this share hints are rare. */
  private static final double LEAST_FILL_BY_HINT = 0.4;

  /** Share of such arrays that are filled to less than half. */
  private static final double BY_HINT = 0.1;

  /** Bytes below which the array before this one is missed by sampling more often than not. */
  private static final long SMALLEST_BY_HINT = 1 << 20;

  private final ClassicLayout layout;
  private final List<SiteHistory.Step> steps;
  private final List<GrowthCurve> curves;
  private final Sampling sampling;
  private final int lowest;
  private final int largest;
  private final int alive;
  private final boolean evacuating;

  /**
   * Takes the arrays of a series.
   *
   * @param steps what was seen in each profile, the newest with an array at least
   */
  ArrayBirths(
      ClassicLayout layout,
      List<SiteHistory.Step> steps,
      List<GrowthCurve> curves,
      Sampling sampling) {
    this.layout = layout;
    this.steps = steps;
    this.curves = curves;
    this.sampling = sampling;
    int first = ClassicLayout.MAX_B;
    int top = 0;
    int live = 0;
    int lives = 0;
    long sampledAlive = 0;
    for (SiteHistory.Rung rung : steps.get(steps.size() - 1).rungs()) {
      int b = layout.bOf(rung.bytes());
      if (b > 0 && rung.madeSampled() > 0) {
        first = Math.min(first, b);
        top = Math.max(top, b);
        if (rung.liveSampled() > 0) {
          live = b;
          lives++;
          sampledAlive += rung.liveSampled();
        }
      }
    }
    lowest = first;
    largest = top;
    alive = live;
    // more than two are the read and the dirty map of a sync.Map
    evacuating = lives == 2 && sampledAlive == 2;
  }

  /** The largest array sampled, as B; 0 for none. */
  int largest() {
    return largest;
  }

  /** The largest array sampled alive, as B; 0 for none. */
  int alive() {
    return alive;
  }

  /** Whether no array was sampled twice, as is so for a single map that grows. */
  boolean isMadeOnce() {
    return steps.get(steps.size() - 1).rungs().stream().allMatch(r -> r.madeSampled() <= 1);
  }

  /** Probability that the array after the largest seen would have been sampled. */
  double chanceOfNext() {
    return sampling.probability(layout.arrayCharge(largest + 1));
  }

  /** What the array for so many entries is charged. */
  double arrayBytes(double entries) {
    return layout.arrayCharge(bFor(entries));
  }

  /** Whether no smaller array was seen: then the one may have been made in one piece. */
  private boolean mayBeByHint() {
    return lowest == largest && layout.arrayCharge(largest) >= SMALLEST_BY_HINT;
  }

  /** Log likelihood of the arrays for a number of entries in the newest profile. */
  double logLikelihood(double entries) {
    double possible = possible(entries);
    return possible == Double.NEGATIVE_INFINITY || isByHint(entries)
        ? possible
        : possible + GrowthCurve.mixture(curves, curve -> along(entries, curve));
  }

  /** Log odds that the map goes on growing. */
  double goesOn() {
    return GrowthOdds.of(
        steps.size(),
        most(largest) / 4,
        most(largest + 2),
        this::possible,
        (entries, curve) -> isByHint(entries) ? 0 : along(entries, curve),
        entries -> Double.NEGATIVE_INFINITY);
  }

  private boolean isByHint(double entries) {
    return bFor(entries) < largest;
  }

  /** Log likelihood of the arrays alive, without regard to the times at which they were made. */
  private double possible(double entries) {
    int b = bFor(entries);
    if (b < largest && mayBeByHint() && entries >= LEAST_FILL_BY_HINT * most(largest)) {
      return Math.log(BY_HINT);
    }
    if (b < largest || (alive == largest && b > alive)) {
      return Double.NEGATIVE_INFINITY;
    }
    if (evacuating && entries > most(b - 1) + (1L << (b - 1))) {
      // each assignment evacuates one old bucket at least
      return Double.NEGATIVE_INFINITY;
    }
    double unsure = alive < largest && b == largest ? SAME_SIZE : 1;
    return Math.log(unsure);
  }

  /** Log likelihood of the times at which the arrays were made. */
  private double along(double entries, GrowthCurve curve) {
    int top = bFor(entries);
    double log = 0;
    for (int b = lowest; b <= top; b++) {
      double p = sampling.probability(layout.arrayCharge(b));
      int seen = firstSeen(b);
      if (seen < 0) {
        log += Math.log1p(-Math.min(p, 0.999999));
      } else {
        double born = passed(entries, b, curve, seen) - passed(entries, b, curve, seen - 1);
        log += Math.log(p * ((1 - ELSEWHEN) * Math.max(0, born) + ELSEWHEN / steps.size()));
      }
    }
    return log;
  }

  /** Probability that the map had passed the limit of the array before 2^b buckets by a profile. */
  private static double passed(double entries, int b, GrowthCurve curve, int step) {
    if (step < 0) {
      return 0;
    }
    double error = Math.max(curve.errors().get(step), 1e-3);
    double z = Math.log(entries * curve.levels().get(step) / most(b - 1)) / error;
    return Gaussian.upperTail(-z);
  }

  private int firstSeen(int b) {
    long bytes = layout.arrayCharge(b);
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).rung(bytes).madeSampled() > 0) {
        return i;
      }
    }
    return -1;
  }

  private static int bFor(double entries) {
    int b = 0;
    while (most(b) < entries) {
      b++;
    }
    return b;
  }

  private static double most(int b) {
    return ClassicLayout.maxEntries(b);
  }
}

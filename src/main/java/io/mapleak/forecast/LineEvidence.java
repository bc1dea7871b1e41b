package io.mapleak.forecast;

import io.mapleak.growth.Growth;
import io.mapleak.site.SiteHistory;
import io.mapleak.unit.Interval;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a series says of a straight line of entries. An array alive bounds the entries that it was
 * grown for. Sampled objects are the same from profile to profile, so what is independent, and
 * Poisson, is the number of new ones.
 */
final class LineEvidence {
  /** Relative spread of the entries at which an array doubles: entries made and not yet stored. */
  private static final double EDGE = 0.02;

  /**
   * Entries, relative, that a classic map takes in until a growth has ended: each assign moves two
   * of 2^B old buckets, which held 6.5 entries each.
   */
  private static final double EVACUATION = 0.1;

  /** Log likelihood of an array that a line can't explain: nothing is that sure. */
  private static final double IMPOSSIBLE = -20;

  /** Probability that the companion that growth was counted by comes one to an entry. */
  private static final double COUNTED = 0.9;

  /** Log range over which a companion that does not come one to an entry may lie. */
  private static final double LOG_RANGE = Math.log(100);

  /** Expected samples are never quite none. */
  private static final double LEAST_EXPECTED = 0.02;

  private final SiteHistory history;
  private final CapacityCurve curve;
  private final Clock clock;
  private final long rate;
  private final SiteHistory.@Nullable Trail counted;
  private final double unlinked;

  LineEvidence(SiteHistory history, Growth growth, CapacityCurve curve, Clock clock, long rate) {
    this.history = history;
    this.curve = curve;
    this.clock = clock;
    this.rate = rate;
    counted = growth.counted();
    unlinked = counted == null ? 0 : unlinked(counted);
  }

  /** A number of entries at the end near which to look; 0 where there is none. */
  double roughly() {
    if (counted != null && counted.live().get(last()) > 0) {
      return Math.max(1, counted.count(last()));
    }
    Interval entries = history.site().entries();
    return entries == null ? history.grown().best() : entries.best();
  }

  private int last() {
    return clock.profiles() - 1;
  }

  /** Log likelihood of the entries at the first and the last profile, up to a constant. */
  double logLikelihood(double n0, double n1) {
    double log = history.hasOneArray() ? ofOneArray(n0, n1) : ofBlocks(n0, n1);
    SiteHistory.Trail trail = counted;
    if (trail == null) {
      return log;
    }
    double linked = linked(trail, n0, n1);
    return log + logSum(Math.log(COUNTED) + linked, Math.log(1 - COUNTED) + unlinked);
  }

  private double entries(int profile, double n0, double n1) {
    return n0 + (n1 - n0) * clock.ofProfile(profile);
  }

  /** Likelihood of a companion's counts if it comes one to an entry. */
  private double linked(SiteHistory.Trail trail, double n0, double n1) {
    double log = poisson(trail.live().get(0), n0 / trail.weight());
    for (int i = 1; i <= last(); i++) {
      double more = Math.max(0, trail.live().get(i) - trail.live().get(i - 1));
      double grown = Math.max(0, entries(i, n0, n1) - entries(i - 1, n0, n1));
      log += poisson(more, grown / trail.weight());
    }
    return log;
  }

  /** The same if its numbers are those of some other line. */
  private double unlinked(SiteHistory.Trail trail) {
    double n0 = trail.count(0);
    double n1 = Math.max(n0, trail.count(last()));
    double spread = Math.sqrt(1 + trail.live().get(last()));
    return linked(trail, Math.max(n0, trail.weight()), n1 + trail.weight())
        - 2 * Math.log(LOG_RANGE * spread / 2.5);
  }

  /** Arrays of several maps, tables, and a trie's nodes: by their numbers at both ends. */
  private double ofBlocks(double n0, double n1) {
    return ofBlocks(history.steps().get(0), n0) + ofBlocks(history.steps().get(last()), n1);
  }

  private double ofBlocks(SiteHistory.Step step, double entries) {
    List<SiteHistory.Rung> rungs = step.rungs();
    if (rungs.isEmpty()) {
      return -curve.arrayBytes(entries) / Math.max(1, rate);
    }
    double log = 0;
    for (SiteHistory.Rung rung : rungs) {
      double expected = curve.liveBlocks(entries, rung.bytes()) * probability(rung.bytes());
      log += poisson(rung.liveSampled(), expected);
    }
    return log;
  }

  private double ofOneArray(double n0, double n1) {
    double log = 0;
    for (int i = 0; i <= last(); i++) {
      log += ofOneArray(history.steps().get(i), entries(i, n0, n1));
    }
    return log;
  }

  /** The largest array alive tells between which numbers its entries lie. */
  private double ofOneArray(SiteHistory.Step step, double entries) {
    if (step.largest() == 0) {
      return -curve.arrayBytes(entries) / Math.max(1, rate);
    }
    ClassicCurve classic = (ClassicCurve) curve;
    int b = classic.layout().bOf(step.largest());
    double low = b == 0 ? 0 : classic.nextGrowth(b - 1);
    double high = growing(step) ? low * (1 + EVACUATION) : classic.nextGrowth(b);
    double outside = entries < low ? 1 - entries / low : entries > high ? entries / high - 1 : 0;
    return Math.max(IMPOSSIBLE, -outside * outside / (2 * EDGE * EDGE));
  }

  /** Whether the array of half the size is alive too. */
  private static boolean growing(SiteHistory.Step step) {
    for (SiteHistory.Rung rung : step.rungs()) {
      if (rung.liveSampled() > 0 && rung.bytes() < step.largest()) {
        return true;
      }
    }
    return false;
  }

  private double probability(long bytes) {
    return rate <= 1 ? 1 : -Math.expm1(-(double) bytes / rate);
  }

  /** Up to a constant in {@code mean}. */
  private static double poisson(double count, double mean) {
    double m = Math.max(mean, LEAST_EXPECTED);
    return count * Math.log(m) - m;
  }

  private static double logSum(double a, double b) {
    double max = Math.max(a, b);
    return max + Math.log(Math.exp(a - max) + Math.exp(b - max));
  }
}

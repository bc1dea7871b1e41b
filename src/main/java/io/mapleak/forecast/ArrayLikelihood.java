package io.mapleak.forecast;

import io.mapleak.site.Sampling;
import io.mapleak.site.SiteHistory;
import io.mapleak.unit.Interval;
import java.util.ArrayList;
import java.util.List;

/**
 * How likely the arrays of a series are, if its entries follow a course. An array alive bounds the
 * entries that it was grown for. Sampled blocks are the same from profile to profile, so what is
 * independent, and Poisson, is the number of new ones.
 */
final class ArrayLikelihood {
  /** Relative spread of the entries at which an array doubles: entries made and not yet stored. */
  private static final double EDGE = 0.02;

  /**
   * Entries, relative, that a classic map takes in until a growth has ended: each assign moves two
   * of 2^B old buckets, which held 6.5 entries each.
   */
  private static final double EVACUATION = 0.1;

  /** Log likelihood of an array that a line can't explain: nothing is that sure. */
  private static final double IMPOSSIBLE = -20;

  /** Expected samples are never quite none. */
  private static final double LEAST_EXPECTED = 0.02;

  /** Probability of being sampled from which on a count is no Poisson variable any more. */
  private static final double OFTEN = 0.5;

  private final SiteHistory history;
  private final CapacityCurve curve;
  private final Course course;
  private final Sampling sampling;
  private final List<Held> held = new ArrayList<>();

  /**
   * Between which numbers the entries of one array lie, as far as it was seen.
   *
   * @param low 0 where it was not seen, or may hold next to none
   * @param high infinite where it was not seen
   */
  private record Held(double low, double high) {
    /** How far so many entries lie outside, relative. */
    double outside(double entries) {
      return entries < low ? 1 - entries / low : entries > high ? entries / high - 1 : 0;
    }
  }

  ArrayLikelihood(SiteHistory history, CapacityCurve curve, Course course, Sampling sampling) {
    this.history = history;
    this.curve = curve;
    this.course = course;
    this.sampling = sampling;
    if (history.hasOneArray()) {
      boolean hinted = history.isMadeInOnePiece(sampling);
      for (SiteHistory.Step step : history.steps()) {
        held.add(held(step, (ClassicCurve) curve, hinted));
      }
    }
  }

  private static Held held(SiteHistory.Step step, ClassicCurve curve, boolean hinted) {
    if (step.largest() == 0) {
      return new Held(0, Double.POSITIVE_INFINITY);
    }
    int b = curve.layout().bOf(step.largest());
    double low = b == 0 || hinted ? 0 : curve.growsAt(b - 1);
    return new Held(low, growing(step) ? low * (1 + EVACUATION) : curve.growsAt(b));
  }

  /** A number of entries at the end near which to look. */
  double roughly() {
    Interval entries = history.site().entries();
    return entries == null || entries.best() < 1 ? history.grown().best() : entries.best();
  }

  private int last() {
    return course.profiles() - 1;
  }

  /** Entries in each profile. */
  private double[] entries(double n0, double n1) {
    double[] entries = new double[course.profiles()];
    for (int i = 0; i < entries.length; i++) {
      entries[i] = n0 + (n1 - n0) * course.ofProfile(i);
    }
    return entries;
  }

  /** Log likelihood of the arrays, up to a constant, for a variant of the curve. */
  double logLikelihood(double n0, double n1, int variant) {
    double[] entries = entries(n0, n1);
    if (!history.hasOneArray()) {
      return ofBlocks(entries, variant);
    }
    double log = 0;
    for (int i = 0; i <= last(); i++) {
      log += ofOneArray(i, entries[i]);
    }
    return log;
  }

  /**
   * Arrays of several maps, tables, and a trie's nodes: by when they were made and how many live.
   */
  private double ofBlocks(double[] entries, int variant) {
    List<SiteHistory.Rung> rungs = history.steps().get(last()).rungs();
    if (rungs.isEmpty()) {
      return Math.log1p(-sampling.probability(curve.arrayBytes(entries[last()], variant)));
    }
    double log = 0;
    for (SiteHistory.Rung rung : rungs) {
      double p = sampling.probability(rung.bytes());
      double made = curve.made(entries[last()], rung.bytes(), variant);
      double live = curve.live(entries[last()], rung.bytes(), variant);
      if (Double.isNaN(made)) {
        log += seen(rung.liveSampled(), live, p);
        continue;
      }
      double before = 0;
      long seenBefore = 0;
      for (int i = 0; i <= last(); i++) {
        double now = curve.made(entries[i], rung.bytes(), variant);
        long seenNow = madeSampled(history.steps().get(i), rung.bytes());
        log += seen(Math.max(0, seenNow - seenBefore), Math.max(0, now - before), p);
        before = now;
        seenBefore = seenNow;
      }
      double share = Math.min(0.999, Math.max(0.001, live / Math.max(1, made)));
      log +=
          rung.liveSampled() * Math.log(share)
              + Math.max(0, rung.madeSampled() - rung.liveSampled()) * Math.log1p(-share);
    }
    return Math.max(IMPOSSIBLE * rungs.size(), log);
  }

  private static long madeSampled(SiteHistory.Step step, long bytes) {
    for (SiteHistory.Rung rung : step.rungs()) {
      if (rung.bytes() == bytes) {
        return rung.madeSampled();
      }
    }
    return 0;
  }

  /** The largest array alive tells between which numbers its entries lie. */
  private double ofOneArray(int profile, double entries) {
    if (history.steps().get(profile).largest() == 0) {
      return Math.max(IMPOSSIBLE, Math.log1p(-sampling.probability(curve.arrayBytes(entries, 0))));
    }
    double outside = held.get(profile).outside(entries);
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

  /** Log likelihood of seeing {@code count} of {@code n} blocks, up to a constant. */
  private static double seen(double count, double n, double p) {
    if (p < OFTEN) {
      return poisson(count, n * p);
    }
    double variance = n * p * (1 - p) + 0.1;
    double off = count - n * p;
    return -off * off / (2 * variance) - Math.log(variance) / 2;
  }

  private static double poisson(double count, double mean) {
    double m = Math.max(mean, LEAST_EXPECTED);
    return count * Math.log(m) - m;
  }
}

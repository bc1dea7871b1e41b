package io.mapleak.forecast;

import io.mapleak.site.Sampling;
import io.mapleak.site.SiteHistory;
import io.mapleak.unit.Interval;
import java.util.ArrayList;
import java.util.List;

/**
 * How likely the arrays of a series are, if its entries follow a course. An array alive bounds the
 * entries that it was grown for.
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
  static final double IMPOSSIBLE = -20;

  private final SiteHistory history;
  private final CapacityCurve curve;
  private final Course course;
  private final Sampling sampling;
  private final List<Held> held = new ArrayList<>();
  private final BlocksLikelihood blocks;

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
    this.blocks = new BlocksLikelihood(history, curve, sampling);
    if (history.hasOneArray()) {
      boolean hinted = history.isMadeInOnePiece(sampling);
      for (SiteHistory.Step step : history.steps()) {
        held.add(held(step, (ClassicCurve) curve, hinted));
      }
    }
  }

  private static Held held(SiteHistory.Step step, ClassicCurve curve, boolean hinted) {
    int b = step.largest() == 0 ? -1 : curve.layout().bOf(step.largest());
    if (b < 0) {
      return new Held(0, Double.POSITIVE_INFINITY);
    }
    double low = b == 0 || hinted ? 0 : curve.growsAt(b - 1);
    return new Held(low, growing(step) ? low * (1 + EVACUATION) : curve.growsAt(b));
  }

  Course course() {
    return course;
  }

  CapacityCurve curve() {
    return curve;
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
      return blocks.logLikelihood(entries, variant);
    }
    double log = 0;
    for (int i = 0; i <= last(); i++) {
      log += ofOneArray(i, entries[i]);
    }
    return log;
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
}

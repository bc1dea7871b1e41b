package io.mapleak.site;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * Whether arrays that were made at certain times tell of a growth that goes on, or of one that came
 * to rest. Both kinds of growth have many forms; each form predicts when an array doubles or a
 * table splits, for every number of entries in the end, and all are weighed together.
 */
final class GrowthOdds {
  /** The arrays tell nothing. */
  static final double NONE = 0;

  /** Step of the grid of entries. */
  private static final double STEP = 1.04;

  /** Growth at a constant rate: how long it went on before the series, in spans of the series. */
  private static final double[] PASTS = {0, 0.5, 1, 3};

  /** Weights of those pasts: a series mostly begins soon after the process does, or long after. */
  private static final double[] PAST_WEIGHTS = {0.4, 0.2, 0.25, 0.15};

  /** Of the growth that goes on: ever faster, with the square of time, as the load itself grows. */
  private static final double FASTER = 0.15;

  /** Of the growth that came to rest: at once, or at a constant rate up to some profile. */
  private static final double ENDED = 0.45;

  /** Of it: ever slower, as a set of possible keys is used up or a cache warms up. */
  private static final double SLOWED = 0.3;

  /** Time constants of that, in spans of the series; with slower ones it still grows. */
  private static final double[] SLOWNESS = {0.12, 0.25, 0.38};

  /** Of it: between two profiles only. */
  private static final double BURST = 0.25;

  private static final double[] BEFORE_BURST = {0.02, 0.3, 0.6};

  /** Maps that are dropped and built anew, beside all growth that came to rest. */
  private static final double REBUILT = 0.15;

  /** Fewer profiles show no form. */
  private static final int LEAST_PROFILES = 3;

  /** Relative error of levels: loads vary. */
  private static final double ERROR = 0.06;

  private GrowthOdds() {}

  /** Likelihood of what was seen, for a number of entries and a form of growth. */
  interface Likelihood {
    double log(double entries, GrowthCurve curve);
  }

  /**
   * Log odds that growth goes on, both being alike before the arrays are seen.
   *
   * @param profiles of the series
   * @param least fewest entries considered
   * @param most the largest number of entries considered
   * @param entriesWeight log weight of a number of entries apart from growth
   * @param seen the arrays' likelihood
   * @param rebuilt log likelihood of all if maps of that size were dropped and built anew
   */
  static double of(
      int profiles,
      double least,
      double most,
      DoubleUnaryOperator entriesWeight,
      Likelihood seen,
      DoubleUnaryOperator rebuilt) {
    if (profiles < LEAST_PROFILES) {
      return NONE;
    }
    double going = marginal(going(profiles), least, most, entriesWeight, seen);
    double resting = marginal(resting(profiles), least, most, entriesWeight, seen);
    GrowthCurve any = curve(REBUILT, profiles, at -> 1);
    double anew = marginal(List.of(any), least, most, rebuilt, (n, curve) -> 0);
    double against = Math.max(resting, anew);
    if (Double.isInfinite(going) || Double.isInfinite(against)) {
      return NONE;
    }
    against += Math.log(Math.exp(resting - against) + Math.exp(anew - against));
    return going - against;
  }

  private static double marginal(
      List<GrowthCurve> curves,
      double least,
      double most,
      DoubleUnaryOperator entriesWeight,
      Likelihood seen) {
    double peak = Double.NEGATIVE_INFINITY;
    double sum = 0;
    for (double n = least; n <= most; n *= STEP) {
      double weight = entriesWeight.applyAsDouble(n);
      if (weight == Double.NEGATIVE_INFINITY) {
        continue;
      }
      for (GrowthCurve curve : curves) {
        double log = weight + Math.log(curve.weight()) + seen.log(n, curve);
        if (log > peak) {
          sum = sum * Math.exp(peak - log) + 1;
          peak = log;
        } else if (log > Double.NEGATIVE_INFINITY) {
          sum += Math.exp(log - peak);
        }
      }
    }
    return peak + Math.log(sum);
  }

  /** Forms of a growth that goes on. */
  static List<GrowthCurve> going(int profiles) {
    List<GrowthCurve> curves = new ArrayList<>();
    int last = profiles - 1;
    for (int i = 0; i < PASTS.length; i++) {
      double past = Math.max(1, PASTS[i] * last);
      curves.add(
          curve((1 - FASTER) * PAST_WEIGHTS[i], profiles, at -> (past + at) / (past + last)));
    }
    curves.add(curve(FASTER, profiles, at -> Math.pow((1.0 + at) / profiles, 2)));
    return List.copyOf(curves);
  }

  /** Forms of a growth that came to rest. */
  static List<GrowthCurve> resting(int profiles) {
    List<GrowthCurve> curves = new ArrayList<>();
    int last = profiles - 1;
    // one that ended with the last profile but one can't be told from one that goes on
    int ends = last - 1;
    for (int i = 0; i < ends; i++) {
      int end = i;
      curves.add(curve(ENDED / ends / 2, profiles, at -> Math.min(1, (1 + at) / (1.0 + end))));
      curves.add(
          curve(
              ENDED / ends / 2,
              profiles,
              at -> Math.min(1, (end + at) / Math.max(1e-9, 2.0 * end))));
    }
    for (double slowness : SLOWNESS) {
      double constant = slowness * profiles;
      curves.add(
          curve(
              SLOWED / SLOWNESS.length,
              profiles,
              at -> Math.expm1(-(at + 1) / constant) / Math.expm1(-profiles / constant)));
    }
    for (int i = 1; i <= last; i++) {
      int burst = i;
      for (double before : BEFORE_BURST) {
        curves.add(
            curve(BURST / last / BEFORE_BURST.length, profiles, at -> at < burst ? before : 1));
      }
    }
    return List.copyOf(curves);
  }

  private static GrowthCurve curve(double weight, int profiles, DoubleUnaryOperator level) {
    List<Double> levels = new ArrayList<>();
    List<Double> errors = new ArrayList<>();
    for (int at = 0; at < profiles; at++) {
      double l = level.applyAsDouble(at);
      levels.add(l);
      errors.add(l >= 1 ? 0 : ERROR);
    }
    return new GrowthCurve(weight, levels, errors);
  }
}

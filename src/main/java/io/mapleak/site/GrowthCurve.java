package io.mapleak.site;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * One way in which a map may have grown through a series. Arrays show growth only when they double
 * or split; between those moments only the shape of the growth tells how far it has come.
 *
 * @param weight how likely this way is before the arrays are looked at
 * @param levels entries in each profile as a share of those in the newest, never falling, the last
 *     is 1
 * @param errors relative standard errors of the levels
 * @param logLevels logarithms of the levels: they are asked for often
 */
record GrowthCurve(
    double weight, List<Double> levels, List<Double> errors, List<Double> logLevels) {
  /** Weight of growth at a constant rate to the end of the series; all four make one. */
  private static final double STEADY = 0.25;

  /** All entries were there at the beginning. */
  private static final double AT_ONCE = 0.25;

  /** Growth at a constant rate that ended within the series, each end alike. */
  private static final double ENDED = 0.2;

  /** Growth between two profiles only, each pair alike. */
  private static final double BURST = 0.3;

  /** Shares of the entries that were there before a burst. */
  private static final double[] BEFORE_BURST = {0.02, 0.3, 0.6};

  /** Error of a constant rate: loads vary a little. */
  private static final double RATE_ERROR = 0.02;

  /** Samples of a companion from which on its curve is followed. */
  private static final double LEAST_SAMPLES = 10;

  /** Nearest companions that are followed. */
  private static final int MOST_TRAILS = 4;

  /** Error beyond which a level says nothing more. */
  private static final double LARGEST_ERROR = 0.6;

  /** Least level: of companions not yet seen. */
  private static final double LEAST_LEVEL = 0.005;

  /** By distance in calls, the weight of a companion's own curve beside all others together. */
  private static final double[] TRAIL = {1.2, 1.1, 1.0, 0.6, 0.3, 0.1};

  GrowthCurve {
    levels = List.copyOf(levels);
    errors = List.copyOf(errors);
    logLevels = List.copyOf(logLevels);
  }

  GrowthCurve(double weight, List<Double> levels, List<Double> errors) {
    this(weight, levels, errors, levels.stream().map(Math::log).toList());
  }

  /** All ways considered for a series of so many profiles. */
  static List<GrowthCurve> of(int profiles, List<SiteHistory.Trail> trails) {
    List<GrowthCurve> curves = new ArrayList<>();
    int last = profiles - 1;
    if (last == 0) {
      return List.of(new GrowthCurve(1, List.of(1.0), List.of(0.0)));
    }
    for (int end = 0; end <= last; end++) {
      double weight = end == 0 ? AT_ONCE : end == last ? STEADY : ENDED / (last - 1);
      // the process began one interval before the series, or has as long a past as the growth seen
      curves.add(ramp(weight / 2, profiles, 1, end));
      curves.add(ramp(weight / 2, profiles, Math.max(1, end), end));
    }
    for (int at = 1; at <= last; at++) {
      for (double before : BEFORE_BURST) {
        curves.add(burst(BURST / last / BEFORE_BURST.length, profiles, before, at));
      }
    }
    int followed = 0;
    for (SiteHistory.Trail trail : trails) {
      if (followed < MOST_TRAILS
          && trail.distance() < TRAIL.length
          && trail.live().get(last) >= LEAST_SAMPLES) {
        curves.add(along(trail, profiles));
        followed++;
      }
    }
    return curves;
  }

  /**
   * Log likelihood over all ways together.
   *
   * @param along log likelihood of one way; its weight comes on top
   */
  static double mixture(List<GrowthCurve> curves, ToDoubleFunction<GrowthCurve> along) {
    double[] logs = new double[curves.size()];
    double peak = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < logs.length; i++) {
      logs[i] = Math.log(curves.get(i).weight()) + along.applyAsDouble(curves.get(i));
      peak = Math.max(peak, logs[i]);
    }
    double sum = 0;
    for (double log : logs) {
      sum += Math.exp(log - peak);
    }
    return peak + Math.log(sum);
  }

  private static GrowthCurve ramp(double weight, int profiles, double past, int end) {
    List<Double> levels = new ArrayList<>();
    List<Double> errors = new ArrayList<>();
    for (int i = 0; i < profiles; i++) {
      levels.add(Math.min(1, (past + i) / (past + end)));
      errors.add(i >= end ? 0 : RATE_ERROR);
    }
    return new GrowthCurve(weight, levels, errors);
  }

  private static GrowthCurve burst(double weight, int profiles, double before, int at) {
    List<Double> levels = new ArrayList<>();
    List<Double> errors = new ArrayList<>();
    for (int i = 0; i < profiles; i++) {
      levels.add(i < at ? before : 1);
      errors.add(0.0);
    }
    return new GrowthCurve(weight, levels, errors);
  }

  /**
   * The high water of a companion; of k samples at the end, w k at a time, the share w is binomial.
   */
  private static GrowthCurve along(SiteHistory.Trail trail, int profiles) {
    double most = 0;
    for (double live : trail.live()) {
      most = Math.max(most, live);
    }
    List<Double> levels = new ArrayList<>();
    List<Double> errors = new ArrayList<>();
    double high = 0;
    for (int i = 0; i < profiles; i++) {
      high = Math.max(high, trail.live().get(i));
      double level = Math.max(LEAST_LEVEL, high / most);
      levels.add(level);
      errors.add(Math.min(LARGEST_ERROR, Math.sqrt((1 - level) / (level * most))));
    }
    return new GrowthCurve(TRAIL[trail.distance()], levels, errors);
  }
}

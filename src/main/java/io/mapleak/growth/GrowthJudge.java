package io.mapleak.growth;

import io.mapleak.gomap.Implementation;
import io.mapleak.site.SiteHistory;
import io.mapleak.unit.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Judges the growth of a site. Companions that agree with the arrays in number are counted entries, the best witness;
 * without one the arrays must speak.
 */
public final class GrowthJudge {
  /** Companions within this distance may be entries' keys and values. */
  private static final int NEAR = 3;

  /** Samples that make a companion a witness. */
  private static final double LEAST_SAMPLES = 6;

  /** Profiles from which on a series can show that growth goes on. */
  private static final int LEAST_STEPS = 3;

  private static final double NANOS_PER_HOUR = 3.6e12;

  private GrowthJudge() {}

  /**
   * Judges.
   *
   * @param history the site through the series
   * @param times of the profiles, nanoseconds, 0 when undated
   */
  public static Growth judge(SiteHistory history, List<Long> times) {
    int steps = history.steps().size();
    boolean byLargest = history.single() && history.site().implementation() == Implementation.CLASSIC;
    ArrayTrend arrays = ArrayTrend.of(history.steps(), byLargest);
    if (steps < 2) {
      return new Growth(
          Growth.Verdict.UNKNOWN, null, null, arrays, null, 0, List.of("one profile shows no growth"));
    }
    SiteHistory.Trail witness = null;
    CountTrend seen = null;
    for (SiteHistory.Trail trail : history.companions()) {
      if (isWitness(history, trail)) {
        CountTrend trend = CountTrend.of(trail.live(), trail.made());
        if (seen == null || witness == null || betterWitness(trail, trend, witness, seen)) {
          witness = trail;
          seen = trend;
        }
      }
    }
    if (witness != null && seen != null) {
      return byCount(history, witness, seen, arrays, times);
    }
    return byArrays(history, arrays, times);
  }

  private static boolean betterWitness(
      SiteHistory.Trail trail, CountTrend trend, SiteHistory.Trail than, CountTrend other) {
    if (trail.distance() != than.distance()) {
      return trail.distance() < than.distance();
    }
    return trend.last() > other.last();
  }

  /** Whether a companion's number agrees with what the arrays were grown for, now and at the beginning. */
  private static boolean isWitness(SiteHistory history, SiteHistory.Trail trail) {
    int last = history.steps().size() - 1;
    if (trail.distance() > NEAR || trail.live().get(last) < LEAST_SAMPLES) {
      return false;
    }
    Interval grown = history.grown();
    double slack = 2 / Math.sqrt(trail.live().get(last));
    double count = trail.count(last);
    boolean sameLine = trail.at().equals(history.site().at());
    double most = (sameLine ? 4 : 1.25) * grown.high();
    return grown.high() > 0 && count * (1 + slack) >= 0.5 * grown.low() && count * (1 - slack) <= most;
  }

  private static Growth byCount(
      SiteHistory history, SiteHistory.Trail witness, CountTrend trend, ArrayTrend arrays, List<Long> times) {
    int last = history.steps().size() - 1;
    double bytes =
        Math.max(0, arrays.lastBytes() - arrays.firstBytes())
            + Math.max(0, witness.liveBytes().get(last) - witness.liveBytes().get(0));
    List<String> reasons = new ArrayList<>();
    String where = witness.at().function() + ":" + witness.at().line();
    reasons.add(
        String.format(
            Locale.ROOT,
            "%s objects of %s alive, %s at first (z = %.1f)",
            Counts.round(witness.count(last)),
            where,
            Counts.round(witness.count(0)),
            trend.z()));
    Growth.Verdict verdict;
    if (trend.comesAndGoes()) {
      verdict = Growth.Verdict.COMES_AND_GOES;
      reasons.add(String.format(Locale.ROOT, "fell by %.0f %% in between", 100 * trend.deepestFall()));
    } else if (!trend.isSignificant()) {
      verdict = Growth.Verdict.STEADY;
    } else if (trend.isSaturated()) {
      verdict = Growth.Verdict.SATURATED;
      reasons.add(
          String.format(Locale.ROOT, "only %.0f %% of the growth in the second half", 100 * trend.laterShare()));
    } else {
      verdict = trend.steps() < LEAST_STEPS ? Growth.Verdict.MAY_GROW : Growth.Verdict.GROWS;
      if (trend.steps() >= LEAST_STEPS) {
        reasons.add("never fewer by more than noise in " + (trend.steps() - 1) + " steps");
      }
    }
    return new Growth(verdict, witness, trend, arrays, rate(witness, trend, times), bytes, reasons);
  }

  private static Growth byArrays(SiteHistory history, ArrayTrend arrays, List<Long> times) {
    List<Double> live = new ArrayList<>();
    List<Double> made = new ArrayList<>();
    for (SiteHistory.Step step : history.steps()) {
      live.add((double) step.liveSampled());
      made.add((double) step.madeSampled());
    }
    CountTrend trend = CountTrend.of(live, made);
    double bytes = Math.max(0, arrays.lastBytes() - arrays.firstBytes());
    List<String> reasons = new ArrayList<>();
    Growth.Verdict verdict;
    if (trend.comesAndGoes() && !history.single()) {
      verdict = Growth.Verdict.COMES_AND_GOES;
    } else if (arrays.grows()) {
      verdict = history.steps().size() < LEAST_STEPS ? Growth.Verdict.MAY_GROW : Growth.Verdict.GROWS;
      reasons.add(
          String.format(
              Locale.ROOT,
              "its arrays doubled %d times in the series, and the next doubling is not overdue",
              arrays.doublings().size()));
    } else if (!history.single() && trend.grows()) {
      verdict = Growth.Verdict.GROWS;
      reasons.add(
          String.format(
              Locale.ROOT, "%.0f array blocks sampled alive, %.0f at first", trend.last(), trend.first()));
    } else if (arrays.doublings().isEmpty()) {
      verdict = Growth.Verdict.STEADY;
    } else {
      verdict = arrays.doublings().size() >= 2 ? Growth.Verdict.SATURATED : Growth.Verdict.UNKNOWN;
      reasons.add("its arrays have not grown for longer than a steady growth would take");
    }
    return new Growth(verdict, null, trend, arrays, null, bytes, reasons);
  }

  private static @Nullable Interval rate(SiteHistory.Trail witness, CountTrend trend, List<Long> times) {
    long nanos = times.get(times.size() - 1) - times.get(0);
    if (nanos <= 0 || times.get(0) == 0) {
      return null;
    }
    double hours = nanos / NANOS_PER_HOUR;
    double error = trend.z() == 0 ? Math.sqrt(trend.first() + trend.last()) : Math.abs(trend.gain() / trend.z());
    double scale = witness.weight() / hours;
    return new Interval(
        (trend.gain() - 1.96 * error) * scale, trend.gain() * scale, (trend.gain() + 1.96 * error) * scale);
  }
}

package io.mapleak.growth;

import io.mapleak.gomap.ClassicLayout;
import io.mapleak.gomap.Implementation;
import io.mapleak.site.CodeLine;
import io.mapleak.site.SiteHistory;
import io.mapleak.unit.Figures;
import io.mapleak.unit.Interval;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Judges the growth of a site. Companions that agree with the arrays in number are counted entries,
 * the best witness; without one the arrays must speak.
 */
public final class GrowthJudge {
  /** Companions within this distance may be entries' keys and values. */
  private static final int NEAR = 3;

  /** A count of fewer samples leaves the arrays a say. */
  private static final double FEW = 30;

  /** Samples that make a companion a witness. */
  private static final double LEAST_SAMPLES = 6;

  /** Profiles from which on a series can show that growth goes on. */
  private static final int LEAST_STEPS = 3;

  /** Companions within this distance are made by the map's own function or its caller. */
  private static final int OWN = 1;

  /**
   * Objects of another function of which none ever died, sampled, that must be kept by something
   * that grows.
   */
  private static final double SURELY_ALIVE = 20;

  /**
   * Standard errors from which on a count whose objects come and go is believed to grow: one-sided
   * 0.1 %, as a service has some ten such counts.
   */
  private static final double SURE_Z = 3.09;

  /** Share of the objects ever made that died from which on they come and go. */
  private static final double MOST_DYING = 0.5;

  private static final double NANOS_PER_HOUR = 3.6e12;

  private final List<Long> times;
  private final Map<CodeLine, Integer> nearest;

  private GrowthJudge(List<SiteHistory> histories, List<Long> times) {
    this.times = times;
    this.nearest = new HashMap<>();
    for (SiteHistory history : histories) {
      for (SiteHistory.Trail trail : history.companions()) {
        nearest.merge(trail.at(), trail.distance(), Math::min);
      }
    }
  }

  /**
   * Judges all sites of a series; each companion is a witness for the nearest map only.
   *
   * @param histories the sites through the series
   * @param times of the profiles, nanoseconds, 0 when undated
   * @return what the series says of each site, in their order
   */
  public static List<Growth> judge(List<SiteHistory> histories, List<Long> times) {
    GrowthJudge judge = new GrowthJudge(histories, times);
    return histories.stream().map(judge::judge).toList();
  }

  private Growth judge(SiteHistory history) {
    int steps = history.steps().size();
    ArrayTrend arrays = ArrayTrend.of(history.steps(), history.hasOneArray());
    if (steps < 2) {
      return new Growth(
          Growth.Verdict.UNKNOWN,
          List.of(),
          nearest(history),
          null,
          arrays,
          null,
          0,
          List.of("one profile shows no growth"));
    }
    if (history.isRebuilt()) {
      double bytes = Math.max(0, arrays.lastBytes() - arrays.firstBytes());
      return new Growth(
          Growth.Verdict.COMES_AND_GOES,
          List.of(),
          nearest(history),
          null,
          arrays,
          null,
          bytes,
          List.of("its maps are dropped and built again"));
    }
    List<SiteHistory.Trail> witnesses = witnesses(history, arrays);
    return witnesses.isEmpty() ? byArrays(history, arrays) : byCount(history, witnesses, arrays);
  }

  /** The companions that are nearer to no other map. */
  private List<SiteHistory.Trail> nearest(SiteHistory history) {
    return history.companions().stream()
        .filter(t -> nearest.getOrDefault(t.at(), t.distance()) == t.distance())
        .toList();
  }

  /** The nearest companions that agree with the arrays, the most numerous first. */
  private List<SiteHistory.Trail> witnesses(SiteHistory history, ArrayTrend arrays) {
    List<SiteHistory.Trail> witnesses = new ArrayList<>();
    int last = history.steps().size() - 1;
    for (SiteHistory.Trail trail : nearest(history)) {
      boolean asNear = witnesses.isEmpty() || witnesses.get(0).distance() == trail.distance();
      if (asNear && isWitness(history, trail) && !contradicts(history, trail, arrays)) {
        witnesses.add(trail);
      }
    }
    witnesses.sort((a, b) -> Double.compare(b.live().get(last), a.live().get(last)));
    return witnesses;
  }

  /**
   * Whether a companion can't be the map's: it outgrew the arrays, or they did not grow with it.
   */
  private static boolean contradicts(
      SiteHistory history, SiteHistory.Trail trail, ArrayTrend arrays) {
    int last = history.steps().size() - 1;
    double after = trail.live().get(last);
    boolean nothingDied = after >= SURELY_ALIVE && after >= 0.98 * trail.made().get(last);
    return history.isOutgrownBy(trail)
        || (trail.distance() > OWN && !nothingDied && !arraysTell(history, arrays));
  }

  /** Whether the arrays show growth of their own, and enough of them were sampled to believe it. */
  private static boolean arraysTell(SiteHistory history, ArrayTrend arrays) {
    if (!history.single()) {
      return blocks(history).isSignificant();
    }
    SiteHistory.Step last = history.steps().get(history.steps().size() - 1);
    boolean seen =
        history.site().implementation() != Implementation.SWISS
            || last.madeSampled() >= SiteHistory.LEAST_TABLES;
    return seen && !arrays.doublings().isEmpty();
  }

  private static CountTrend blocks(SiteHistory history) {
    List<Double> live = new ArrayList<>();
    List<Double> made = new ArrayList<>();
    for (SiteHistory.Step step : history.steps()) {
      live.add((double) step.liveSampled());
      made.add((double) step.madeSampled());
    }
    return CountTrend.of(live, made);
  }

  /**
   * Whether a companion's number agrees with what the arrays were grown for, now and at the
   * beginning.
   */
  private static boolean isWitness(SiteHistory history, SiteHistory.Trail trail) {
    // arrays keep the size of the most entries there ever were
    double most = 0;
    for (double live : trail.live()) {
      most = Math.max(most, live);
    }
    if (trail.distance() > NEAR || most < LEAST_SAMPLES) {
      return false;
    }
    Interval grown = history.grown();
    double slack = 2 / Math.sqrt(most);
    double count = most * trail.weight();
    boolean sameLine = trail.at().equals(history.site().at());
    double limit = (sameLine ? 4 : 1.25) * grown.high();
    return grown.high() > 0
        && count * (1 + slack) >= 0.5 * grown.low()
        && count * (1 - slack) <= limit;
  }

  private Growth byCount(
      SiteHistory history, List<SiteHistory.Trail> witnesses, ArrayTrend arrays) {
    int last = history.steps().size() - 1;
    List<Double> live = new ArrayList<>();
    List<Double> made = new ArrayList<>();
    double bytes = Math.max(0, arrays.lastBytes() - arrays.firstBytes());
    for (int i = 0; i <= last; i++) {
      live.add(0.0);
      made.add(0.0);
    }
    for (SiteHistory.Trail trail : witnesses) {
      for (int i = 0; i <= last; i++) {
        live.set(i, live.get(i) + trail.live().get(i));
        made.set(i, made.get(i) + trail.made().get(i));
      }
      bytes += Math.max(0, trail.liveBytes().get(last) - trail.liveBytes().get(0));
    }
    SiteHistory.Trail witness = witnesses.get(0);
    CountTrend trend = CountTrend.of(live, made);
    List<String> reasons = new ArrayList<>();
    String where = witness.at().function() + ":" + witness.at().line();
    reasons.add(
        String.format(
            Locale.ROOT,
            "%s objects of %s alive, %s at first (z = %.1f)",
            Figures.about(witness.count(last)),
            where,
            Figures.about(witness.count(0)),
            trend.z()));
    Growth.Verdict verdict;
    if (trend.comesAndGoes()) {
      verdict = Growth.Verdict.COMES_AND_GOES;
      reasons.add(
          String.format(Locale.ROOT, "fell by %.0f %% in between", 100 * trend.deepestFall()));
    } else if (!trend.isSignificant()
        && trend.gain() > 0
        && trend.last() < FEW
        && arraysGrow(history, arrays)) {
      // too few were counted: the arrays are the evidence
      reasons.add(doubled(arrays));
      return new Growth(
          Growth.Verdict.GROWS,
          List.of(),
          nearest(history),
          trend,
          arrays,
          rate(witness, trend),
          bytes,
          reasons);
    } else if (!trend.isSignificant()) {
      verdict = Growth.Verdict.STEADY;
    } else if (trend.saturated()) {
      verdict = Growth.Verdict.SATURATED;
      reasons.add(
          String.format(
              Locale.ROOT,
              "only %.0f %% of the growth in the second half",
              100 * trend.laterShare()));
    } else {
      boolean thin = trend.steps() < LEAST_STEPS || (trend.z() < SURE_Z && comeAndGo(live, made));
      verdict = thin ? Growth.Verdict.MAY_GROW : Growth.Verdict.GROWS;
      if (trend.steps() >= LEAST_STEPS) {
        reasons.add("never fewer by more than noise in " + (trend.steps() - 1) + " steps");
      }
    }
    return new Growth(
        verdict, witnesses, nearest(history), trend, arrays, rate(witness, trend), bytes, reasons);
  }

  /** Whether more than half of the objects ever made have died. */
  private static boolean comeAndGo(List<Double> live, List<Double> made) {
    int last = live.size() - 1;
    return live.get(last) < (1 - MOST_DYING) * made.get(last);
  }

  private static String doubled(ArrayTrend arrays) {
    return String.format(
        Locale.ROOT,
        "its arrays doubled %d times in the series, and the next doubling is not overdue",
        arrays.doublings().size());
  }

  /** Whether the arrays alone are believed. */
  private static boolean arraysGrow(SiteHistory history, ArrayTrend arrays) {
    return history.single() && arraysTell(history, arrays) && arrays.grows();
  }

  private Growth byArrays(SiteHistory history, ArrayTrend arrays) {
    CountTrend trend = blocks(history);
    double bytes = Math.max(0, arrays.lastBytes() - arrays.firstBytes());
    List<String> reasons = new ArrayList<>();
    Growth.Verdict verdict;
    if (trend.comesAndGoes() && !history.single()) {
      verdict = Growth.Verdict.COMES_AND_GOES;
    } else if (arraysGrow(history, arrays)) {
      verdict =
          history.steps().size() < LEAST_STEPS ? Growth.Verdict.MAY_GROW : Growth.Verdict.GROWS;
      reasons.add(doubled(arrays));
    } else if (!history.single() && trend.grows()) {
      verdict = Growth.Verdict.GROWS;
      reasons.add(
          String.format(
              Locale.ROOT,
              "%.0f array blocks sampled alive, %.0f at first",
              trend.last(),
              trend.first()));
    } else if (arrays.doublings().isEmpty()) {
      verdict = Growth.Verdict.STEADY;
    } else {
      verdict = arrays.doublings().size() >= 2 ? Growth.Verdict.SATURATED : Growth.Verdict.UNKNOWN;
      reasons.add("its arrays have not grown for longer than a steady growth would take");
    }
    return new Growth(
        verdict,
        List.of(),
        nearest(history),
        trend,
        arrays,
        rateOfDoublings(history, arrays),
        bytes,
        reasons);
  }

  /**
   * Growth between the last two doublings of a classic map: it had a quarter of its entries at the
   * one and half at the other, and each lies anywhere in the interval before the profile that shows
   * it.
   */
  private @Nullable Interval rateOfDoublings(SiteHistory history, ArrayTrend arrays) {
    int count = arrays.doublings().size();
    if (count < 2 || !history.hasOneArray() || times.get(0) == 0) {
      return null;
    }
    int from = arrays.doublings().get(count - 2);
    int to = arrays.doublings().get(count - 1);
    double entries = capacity(history) / 4;
    double longest = (times.get(to) - times.get(from - 1)) / NANOS_PER_HOUR;
    double shortest = (times.get(to - 1) - times.get(from)) / NANOS_PER_HOUR;
    double likely = (times.get(to) - times.get(from)) / NANOS_PER_HOUR;
    if (shortest <= 0) {
      return null;
    }
    return new Interval(entries / longest, entries / likely, entries / shortest);
  }

  /** Most entries of the largest array alive; what is known of them may be narrower. */
  private static double capacity(SiteHistory history) {
    long largest = history.steps().get(history.steps().size() - 1).largest();
    Integer slot = history.site().slotBytes();
    for (boolean header : new boolean[] {true, false}) {
      int b = slot == null ? -1 : new ClassicLayout(slot, header).bOf(largest);
      if (b >= 0) {
        return ClassicLayout.maxEntries(b);
      }
    }
    return history.grown().high();
  }

  private @Nullable Interval rate(SiteHistory.Trail witness, CountTrend trend) {
    long nanos = times.get(times.size() - 1) - times.get(0);
    if (nanos <= 0 || times.get(0) == 0) {
      return null;
    }
    double hours = nanos / NANOS_PER_HOUR;
    double error =
        trend.z() == 0
            ? Math.sqrt(trend.first() + trend.last())
            : Math.abs(trend.gain() / trend.z());
    double scale = witness.weight() / hours;
    return new Interval(
        (trend.gain() - 1.96 * error) * scale,
        trend.gain() * scale,
        (trend.gain() + 1.96 * error) * scale);
  }
}

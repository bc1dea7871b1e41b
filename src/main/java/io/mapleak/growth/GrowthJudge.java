package io.mapleak.growth;

import io.mapleak.site.SiteHistory;
import io.mapleak.unit.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Judges the growth of a site. Companions that agree with the arrays in number are counted entries,
 * the best witness; without one, or with few samples, the arrays must speak.
 */
public final class GrowthJudge {
  /** Samples below which a count leaves the arrays a say. */
  private static final double FEW = 30;

  /** Samples from which on a count is believed without the arrays: fewer make a test too weak. */
  private static final double MANY = 16;

  /** Profiles from which on a series can show that growth goes on. */
  private static final int LEAST_STEPS = 3;

  /**
   * Standard errors from which on a count whose objects come and go is believed to grow: one-sided
   * 0.1 %, as a service has some ten such counts.
   */
  private static final double SURE_Z = 3.09;

  /** Share of the objects ever made that died from which on they come and go. */
  private static final double MOST_DYING = 0.5;

  private static final String AT_REST =
      "its arrays have not grown for longer than a steady growth would take";

  private final List<Long> times;
  private final Witnesses witnesses;

  private GrowthJudge(List<SiteHistory> histories, List<Long> times) {
    this.times = times;
    this.witnesses = new Witnesses(histories);
  }

  /**
   * Judges all sites of a series; each companion is a witness for the nearest map only, and growth
   * by counts has to stand up to the number of counts.
   *
   * @param histories the sites through the series
   * @param times of the profiles, nanoseconds, 0 when undated
   * @return what the series says of each site, in their order
   */
  public static List<Growth> judge(List<SiteHistory> histories, List<Long> times) {
    GrowthJudge judge = new GrowthJudge(histories, times);
    return Discoveries.of(histories.stream().map(judge::judge).toList());
  }

  private Growth judge(SiteHistory history) {
    ArrayTrend arrays = ArrayTrend.of(history.steps(), history.hasOneArray());
    if (history.steps().size() < 2) {
      return without(Growth.Verdict.UNKNOWN, history, arrays, 0, "one profile shows no growth");
    }
    if (history.isRebuilt()) {
      return without(
          Growth.Verdict.COMES_AND_GOES,
          history,
          arrays,
          arrays.bytesGrown(),
          "its maps are dropped and built again");
    }
    List<SiteHistory.Trail> of = witnesses.of(history, arrays);
    if (history.isTrie()) {
      Growth own = byTrie(history, arrays);
      boolean tells = ArrayEvidence.mostBlocks(history) >= Witnesses.LEAST_SAMPLES;
      if (of.isEmpty() || (!own.verdict().isGrowth() && tells)) {
        return own;
      }
    }
    return of.isEmpty() ? byArrays(history, arrays) : byCount(history, of, arrays);
  }

  private Growth without(
      Growth.Verdict verdict, SiteHistory history, ArrayTrend arrays, double bytes, String reason) {
    return new Growth(
        verdict, List.of(), witnesses.nearest(history), null, arrays, null, bytes, List.of(reason));
  }

  private Growth byCount(SiteHistory history, List<SiteHistory.Trail> counted, ArrayTrend arrays) {
    int last = history.steps().size() - 1;
    List<Double> live = new ArrayList<>();
    List<Double> made = new ArrayList<>();
    for (int i = 0; i <= last; i++) {
      int step = i;
      live.add(counted.stream().mapToDouble(trail -> trail.live().get(step)).sum());
      made.add(counted.stream().mapToDouble(trail -> trail.made().get(step)).sum());
    }
    double bytes = arrays.bytesGrown();
    for (SiteHistory.Trail trail : counted) {
      bytes += Math.max(0, trail.liveBytes().get(last) - trail.liveBytes().get(0));
    }
    SiteHistory.Trail witness = counted.get(0);
    CountTrend trend = CountTrend.of(live, made);
    double most = live.stream().mapToDouble(k -> k).max().orElse(0);
    List<String> reasons = new ArrayList<>();
    reasons.add(
        String.format(
            Locale.ROOT,
            "%s objects of %s:%d alive, %s at first (z = %.1f)",
            Figures.about(witness.count(last)),
            witness.at().function(),
            witness.at().line(),
            Figures.about(witness.count(0)),
            trend.z()));
    Growth.Verdict verdict;
    boolean byArrays = false;
    if (ArrayEvidence.grows(history) && most < FEW && !trend.isSignificant()) {
      // too few were counted, or other objects: the arrays are the evidence
      byArrays = true;
      verdict = grown(history);
      reasons.add(ArrayEvidence.why(history, arrays));
    } else if (trend.comesAndGoes()) {
      verdict = Growth.Verdict.COMES_AND_GOES;
      reasons.add(
          String.format(Locale.ROOT, "fell by %.0f %% in between", 100 * trend.deepestFall()));
    } else if (!trend.isSignificant()) {
      boolean tells = !trend.mayHaveDoubled() || ArrayEvidence.seemsAtRest(history);
      verdict = tells ? Growth.Verdict.STEADY : Growth.Verdict.UNKNOWN;
      reasons.add(
          tells ? "no more than noise" : "so few were sampled that they may as well have doubled");
    } else if (trend.saturated()) {
      verdict = Growth.Verdict.SATURATED;
      reasons.add(
          String.format(
              Locale.ROOT,
              "only %.0f %% of the growth in the second half",
              100 * trend.laterShare()));
    } else if (most < FEW && witness.distance() > 0 && ArrayEvidence.rests(history)) {
      verdict = Growth.Verdict.SATURATED;
      reasons.add("but " + AT_REST);
    } else {
      boolean dying = live.get(last) < (1 - MOST_DYING) * made.get(last);
      boolean sure = trend.z() >= SURE_Z;
      boolean backed =
          most >= MANY || ArrayEvidence.agrees(history) || (sure && witness.distance() == 0);
      verdict = backed && (sure || !dying) ? grown(history) : Growth.Verdict.MAY_GROW;
      reasons.add("never fewer by more than noise in " + last + " steps");
    }
    return new Growth(
        verdict,
        byArrays ? List.of() : counted,
        witnesses.nearest(history),
        trend,
        arrays,
        GrowthRate.ofCount(witness, trend, times),
        bytes,
        reasons);
  }

  private static Growth.Verdict grown(SiteHistory history) {
    return history.steps().size() < LEAST_STEPS ? Growth.Verdict.MAY_GROW : Growth.Verdict.GROWS;
  }

  /**
   * A hash trie allocates an object for each entry and frees it with the entry: its own blocks are
   * the count.
   */
  private Growth byTrie(SiteHistory history, ArrayTrend arrays) {
    CountTrend trend = ArrayEvidence.blocks(history);
    Growth.Verdict verdict;
    if (trend.comesAndGoes()) {
      verdict = Growth.Verdict.COMES_AND_GOES;
    } else if (!trend.isSignificant()) {
      verdict = Growth.Verdict.STEADY;
    } else if (trend.saturated()) {
      verdict = Growth.Verdict.SATURATED;
    } else {
      verdict = trend.last() < MANY ? Growth.Verdict.MAY_GROW : grown(history);
    }
    return new Growth(
        verdict,
        List.of(),
        witnesses.nearest(history),
        trend,
        arrays,
        null,
        arrays.bytesGrown(),
        List.of(
            String.format(
                Locale.ROOT,
                "%.0f entries and nodes of its hash trie sampled alive, %.0f at first (z = %.1f)",
                trend.last(),
                trend.first(),
                trend.z())));
  }

  private Growth byArrays(SiteHistory history, ArrayTrend arrays) {
    CountTrend trend = ArrayEvidence.blocks(history);
    List<String> reasons = new ArrayList<>();
    Growth.Verdict verdict;
    if (trend.comesAndGoes() && !history.single()) {
      verdict = Growth.Verdict.COMES_AND_GOES;
    } else if (ArrayEvidence.grows(history)) {
      verdict = grown(history);
      reasons.add(ArrayEvidence.why(history, arrays));
    } else if (!history.single() && trend.grows()) {
      verdict = grown(history);
      reasons.add(
          String.format(
              Locale.ROOT,
              "%.0f array blocks sampled alive, %.0f at first",
              trend.last(),
              trend.first()));
    } else if (!ArrayEvidence.changed(history)) {
      verdict = Growth.Verdict.STEADY;
    } else if (ArrayEvidence.seemsAtRest(history)) {
      verdict = arrays.doublings().isEmpty() ? Growth.Verdict.STEADY : Growth.Verdict.SATURATED;
      reasons.add(AT_REST);
    } else {
      verdict = Growth.Verdict.UNKNOWN;
      reasons.add(ArrayEvidence.undecided(history));
    }
    return new Growth(
        verdict,
        List.of(),
        witnesses.nearest(history),
        trend,
        arrays,
        GrowthRate.ofDoublings(history, arrays, times),
        arrays.bytesGrown(),
        reasons);
  }
}

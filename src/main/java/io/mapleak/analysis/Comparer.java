package io.mapleak.analysis;

import io.mapleak.analysis.Comparison.Relation;
import io.mapleak.evidence.SideEvidence;
import io.mapleak.finding.Finding;
import io.mapleak.growth.FalseDiscovery;
import io.mapleak.growth.SampledChange;
import io.mapleak.profile.Profile;
import io.mapleak.rule.Evidence.JudgedGrowth;
import io.mapleak.site.CodeLine;
import io.mapleak.site.SiteHistory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares two heap profiles site by site, and tells what sampling alone may have made. */
public final class Comparer {
  /** Part of the larger level below which a difference has no effect. */
  private static final double LEAST_EFFECT = 0.1;

  /** Differences below this many bytes have no effect either: they are lost in any process. */
  private static final double LEAST_BYTES = 64 * 1024;

  /** That of six samples gained and none lost; of fewer the noise is not near enough to normal. */
  private static final double LEAST_Z = Math.sqrt(6);

  private final Snapshot base;
  private final Snapshot newer;
  private final AnalysisOptions options;
  private final Relation relation;

  private Comparer(Snapshot base, Snapshot newer, AnalysisOptions options) {
    this.base = base;
    this.newer = newer;
    this.options = options;
    this.relation = relation(base.profile(), newer.profile());
  }

  /**
   * Compares the newest profiles of two series, each of which has one.
   *
   * @param base what is compared with
   * @param newer what is compared
   */
  public static Comparison compare(Series base, Series newer, AnalysisOptions options) {
    return new Comparer(base.newest().orElseThrow(), newer.newest().orElseThrow(), options)
        .compare(base, newer);
  }

  private Comparison compare(Series before, Series after) {
    List<InputReport> inputs = new ArrayList<>(before.inputs());
    inputs.addAll(after.inputs());
    List<Snapshot> steps =
        relation == Relation.SAME_PROCESS ? List.of(base, newer) : List.of(newer);
    Series series = new Series(steps, inputs, List.of(), SideEvidence.NONE);
    Set<String> known =
        Analyzer.analyze(series(List.of(base)), options).findings().stream()
            .map(Finding::fingerprint)
            .collect(Collectors.toSet());
    AnalysisResult analysis = Analyzer.analyze(series, options, known);
    return new Comparison(analysis, relation, judged(pairs()));
  }

  private static Relation relation(Profile base, Profile newer) {
    if (Totals.of(base).equals(Totals.of(newer))) {
      return Relation.SAME_PROFILE;
    }
    ProcessIdentity first = ProcessIdentity.of(base);
    ProcessIdentity second = ProcessIdentity.of(newer);
    if (first.otherProcess(second) || first.otherRate(second)) {
      return Relation.OTHER_PROCESS;
    }
    AllocCounters before = AllocCounters.of(base);
    AllocCounters after = AllocCounters.of(newer);
    if (before.to(after).sameProcess()) {
      return Relation.SAME_PROCESS;
    }
    return after.to(before).sameProcess() ? Relation.REVERSED : Relation.OTHER_PROCESS;
  }

  /** A site with what it holds in both profiles. */
  private record Pair(SiteHistory history, SiteHolding before, SiteHolding after) {
    SampledChange change(Relation relation) {
      return switch (relation) {
        case SAME_PROFILE, SAME_PROCESS -> before.to(after, true);
        case REVERSED -> after.to(before, true).reversed();
        case OTHER_PROCESS -> before.to(after, false);
      };
    }
  }

  private List<Pair> pairs() {
    return switch (relation) {
      case SAME_PROCESS, SAME_PROFILE -> pairs(base, newer, false);
      case REVERSED -> pairs(newer, base, true);
      case OTHER_PROCESS -> pairsOfLines();
    };
  }

  /** The sites of one process, followed from the earlier profile to the later one. */
  private List<Pair> pairs(Snapshot earlier, Snapshot later, boolean reversed) {
    List<Pair> pairs = new ArrayList<>();
    for (JudgedGrowth judged : sites(List.of(earlier, later))) {
      SiteHistory history = judged.history();
      SiteHistory.Trail counted = judged.growth().counted();
      SiteHolding first = SiteHolding.of(history, counted, 0, rate(earlier));
      SiteHolding last = SiteHolding.of(history, counted, 1, rate(later));
      pairs.add(reversed ? new Pair(history, last, first) : new Pair(history, first, last));
    }
    return pairs;
  }

  /** The sites of two processes, joined by their lines. */
  private List<Pair> pairsOfLines() {
    Map<CodeLine, SiteHistory> before = byLine(sites(List.of(base)));
    Map<CodeLine, SiteHistory> after = byLine(sites(List.of(newer)));
    Map<CodeLine, SiteHistory> all = new TreeMap<>(before);
    all.putAll(after);
    List<Pair> pairs = new ArrayList<>();
    all.forEach(
        (line, history) ->
            pairs.add(
                new Pair(
                    history, holding(before.get(line), base), holding(after.get(line), newer))));
    return pairs;
  }

  private static SiteHolding holding(@Nullable SiteHistory history, Snapshot of) {
    return history == null ? SiteHolding.NONE : SiteHolding.of(history, null, 0, rate(of));
  }

  private static Map<CodeLine, SiteHistory> byLine(List<JudgedGrowth> sites) {
    Map<CodeLine, SiteHistory> byLine = new HashMap<>();
    sites.forEach(site -> byLine.putIfAbsent(site.history().site().at(), site.history()));
    return byLine;
  }

  private static long rate(Snapshot snapshot) {
    return snapshot.profile().header().period();
  }

  private List<JudgedGrowth> sites(List<Snapshot> snapshots) {
    return SeriesEvidence.of(series(snapshots), SideEvidence.NONE, options).evidence().sites();
  }

  private static Series series(List<Snapshot> snapshots) {
    return new Series(snapshots, List.of(), List.of(), SideEvidence.NONE);
  }

  private List<SiteChange> judged(List<Pair> pairs) {
    double[] chances = pairs.stream().mapToDouble(p -> p.change(relation).chance()).toArray();
    double threshold = FalseDiscovery.threshold(chances);
    List<SiteChange> changes = new ArrayList<>();
    for (Pair pair : pairs) {
      SampledChange change = pair.change(relation);
      double before = pair.before().bytes();
      double after = pair.after().bytes();
      changes.add(
          new SiteChange(
              pair.history().site(),
              before,
              after,
              change,
              outcome(change, Math.max(before, after), threshold)));
    }
    changes.sort(
        Comparator.comparingDouble((SiteChange c) -> Math.abs(c.change().bytes()))
            .reversed()
            .thenComparing(c -> c.site().at()));
    return changes;
  }

  private static SiteChange.Outcome outcome(SampledChange change, double level, double threshold) {
    double effect = Math.max(LEAST_BYTES, LEAST_EFFECT * level);
    boolean enough = Math.abs(change.z()) >= LEAST_Z && change.chance() <= threshold;
    if (enough && Math.abs(change.bytes()) >= effect) {
      return change.bytes() > 0 ? SiteChange.Outcome.GREW : SiteChange.Outcome.SHRANK;
    }
    boolean within = change.range().high() < effect && change.range().low() > -effect;
    return within ? SiteChange.Outcome.SAME : SiteChange.Outcome.UNCLEAR;
  }
}

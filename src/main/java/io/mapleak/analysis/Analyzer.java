package io.mapleak.analysis;

import io.mapleak.evidence.ProcessMemory;
import io.mapleak.evidence.SideEvidence;
import io.mapleak.finding.Finding;
import io.mapleak.finding.NotApplicable;
import io.mapleak.finding.Severity;
import io.mapleak.forecast.HeapTrend;
import io.mapleak.forecast.LimitForecast;
import io.mapleak.growth.Growth;
import io.mapleak.growth.Stage;
import io.mapleak.growth.Undecided;
import io.mapleak.rule.Corroboration;
import io.mapleak.rule.Evidence;
import io.mapleak.rule.Rule;
import io.mapleak.rule.Rules;
import io.mapleak.site.SiteHistory;
import io.mapleak.source.MapSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns a series of heap profiles into sites, findings and a verdict. */
public final class Analyzer {
  private Analyzer() {}

  /** The result for a series; without a step only crash output and goroutines are judged. */
  public static AnalysisResult analyze(Series series, AnalysisOptions options) {
    return analyze(series, options, Set.of());
  }

  /**
   * The result without findings that are known already.
   *
   * @param known their fingerprints
   */
  static AnalysisResult analyze(Series series, AnalysisOptions options, Set<String> known) {
    SeriesEvidence read = SeriesEvidence.of(series, side(series, options), options);
    return result(series, options, read, known);
  }

  /** What the other inputs say, and the user. */
  private static SideEvidence side(Series series, AnalysisOptions options) {
    return options.rss().isEmpty()
        ? series.side()
        : series
            .side()
            .with(
                new SideEvidence.Exhibit(
                    "--rss", ProcessMemory.resident(options.rss().getAsLong())));
  }

  private static AnalysisResult result(
      Series series, AnalysisOptions options, SeriesEvidence read, Set<String> known) {
    Evidence evidence = read.evidence();
    List<Finding> findings = new ArrayList<>();
    List<NotApplicable> notApplicable = new ArrayList<>();
    Corroboration corroboration = new Corroboration(evidence);
    for (Rule rule : Rules.ALL) {
      Rule.Outcome outcome = rule.judge(evidence);
      outcome.findings().forEach(finding -> findings.add(corroboration.of(finding)));
      notApplicable.addAll(outcome.notApplicable());
    }
    findings.removeIf(finding -> known.contains(finding.fingerprint()));
    if (options.replays()) {
      findings.replaceAll(
          new ReplayedFindings(SeriesReplay.of(series, options, read), evidence)::of);
    }
    findings.sort(
        Comparator.comparing(Finding::severity, Comparator.reverseOrder())
            .thenComparing(Finding::level, Comparator.reverseOrder())
            .thenComparing(Finding::bytesAtStake, Comparator.reverseOrder())
            .thenComparing(Finding::rule)
            .thenComparing(f -> f.place().function())
            .thenComparing(f -> f.place().line()));
    List<JudgedSite> sites = sites(evidence, findings);
    return new AnalysisResult(
        series.inputs(),
        evidence.times(),
        read.go(),
        evidence.heapBytes(),
        sites,
        told(findings, series, read),
        overall(findings, evidence.sites(), evidence.times().size()),
        notApplicable,
        diagnostics(series, evidence),
        ProcessFigures.of(evidence, sites, limit(series, options)));
  }

  /** The findings with what comes next. */
  private static List<Finding> told(List<Finding> findings, Series series, SeriesEvidence read) {
    if (read.go() == null || series.newest().isEmpty()) {
      return findings;
    }
    long rate = series.newest().get().profile().header().period();
    return NextGrowths.of(findings, read.evidence(), rate, read.go().high());
  }

  private static @Nullable LimitForecast limit(Series series, AnalysisOptions options) {
    HeapTrend heap = options.limit().isEmpty() ? null : SeriesForecast.heap(series);
    return heap == null ? null : heap.limit(options.limit().getAsLong());
  }

  private static List<Diagnostic> diagnostics(Series series, Evidence evidence) {
    List<Diagnostic> all = new ArrayList<>(series.diagnostics());
    for (String difference : evidence.lines().differences()) {
      all.add(new Diagnostic("source-differs", difference));
    }
    return all;
  }

  private static List<JudgedSite> sites(Evidence evidence, List<Finding> findings) {
    Map<String, Finding> growing = new HashMap<>();
    for (Finding finding : findings) {
      growing.putIfAbsent(finding.place().siteId(), finding);
    }
    List<JudgedSite> sites = new ArrayList<>();
    for (Evidence.JudgedGrowth j : evidence.sites()) {
      SiteHistory history = j.history();
      List<Double> bytes = new ArrayList<>();
      for (int step = 0; step < history.steps().size(); step++) {
        bytes.add(history.retained(step));
      }
      Verdict verdict = verdict(growing.get(history.site().id()), j.growth());
      MapSource source = evidence.source(history.site()).orElse(null);
      sites.add(
          new JudgedSite(
              history.site(),
              verdict,
              verdict == Verdict.INCONCLUSIVE ? Undecided.decider(evidence.times()) : "",
              j.growth().entriesPerHour(),
              bytes,
              Stage.of(history),
              source));
    }
    return sites;
  }

  private static Verdict verdict(@Nullable Finding finding, Growth growth) {
    if (finding != null && finding.severity().compareTo(Severity.MEDIUM) >= 0) {
      return finding.severity() == Severity.HIGH ? Verdict.LEAK : Verdict.SUSPECT;
    }
    return growth.verdict() == Growth.Verdict.UNKNOWN ? Verdict.INCONCLUSIVE : Verdict.STEADY;
  }

  private static Verdict overall(
      List<Finding> findings, List<Evidence.JudgedGrowth> judged, int steps) {
    if (findings.stream().anyMatch(f -> f.severity() == Severity.HIGH)) {
      return Verdict.LEAK;
    }
    if (findings.stream().anyMatch(f -> f.severity() == Severity.MEDIUM)) {
      return Verdict.SUSPECT;
    }
    boolean told =
        steps > 1 && judged.stream().anyMatch(j -> j.growth().verdict() != Growth.Verdict.UNKNOWN);
    return told || (steps > 1 && judged.isEmpty()) ? Verdict.STEADY : Verdict.INCONCLUSIVE;
  }
}

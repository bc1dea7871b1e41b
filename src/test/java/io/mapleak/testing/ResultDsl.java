package io.mapleak.testing;

import io.mapleak.analysis.AnalysisResult;
import io.mapleak.analysis.Diagnostic;
import io.mapleak.analysis.InputReport;
import io.mapleak.analysis.InputReport.Status;
import io.mapleak.analysis.JudgedSite;
import io.mapleak.analysis.NextGrowths;
import io.mapleak.analysis.ProcessFigures;
import io.mapleak.analysis.Verdict;
import io.mapleak.evidence.MemoryBreakdown;
import io.mapleak.finding.EvidenceLevel;
import io.mapleak.finding.Finding;
import io.mapleak.finding.NotApplicable;
import io.mapleak.finding.Severity;
import io.mapleak.gomap.GoVersion;
import io.mapleak.gomap.Implementation;
import io.mapleak.growth.Stage;
import io.mapleak.site.CodeLine;
import io.mapleak.site.GoVersionReading;
import io.mapleak.site.MapSite;
import io.mapleak.unit.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Builds results of an analysis for tests of reports. */
public final class ResultDsl {
  /** 2026-11-21T12:04:00Z. */
  public static final long START = 1_795_262_640_000_000_000L;

  private static final long MINUTE = 60_000_000_000L;
  private static final double MIB = 1 << 20;

  private static final Stage GROWING = new Stage(Stage.Kind.LONG_LIVED_GROWTH, 9e6, 8.7e6);
  private static final Stage UNKNOWN = new Stage(Stage.Kind.UNKNOWN, 0, 0);

  private final List<InputReport> inputs = new ArrayList<>();
  private final List<Long> times = new ArrayList<>();
  private final List<JudgedSite> sites = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final List<NotApplicable> notApplicable = new ArrayList<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private @Nullable GoVersionReading go;
  private Verdict verdict = Verdict.INCONCLUSIVE;
  private ProcessFigures process = new ProcessFigures(MemoryBreakdown.UNKNOWN, 0, List.of(), null);

  /** A result of {@code count} profiles of Go 1.26 in the folder dumps/shop-session. */
  public static ResultDsl profiles(int count) {
    ResultDsl dsl = new ResultDsl();
    for (int i = 0; i < count; i++) {
      String path = "dumps/shop-session/heap-0" + i + ".pb.gz";
      dsl.times.add(START + i * 5L * MINUTE);
      dsl.inputs.add(new InputReport(path, "heap", dsl.times.get(i), 412, Status.OK, ""));
    }
    GoVersion v = GoVersion.of(26);
    if (count > 0) {
      dsl.go = new GoVersionReading(v, v, v, "runtime.main calls main.main at line 290");
    }
    return dsl;
  }

  /** Sets the verdict. */
  public ResultDsl verdict(Verdict newVerdict) {
    verdict = newVerdict;
    return this;
  }

  /** Sets where the memory of the process is. */
  public ResultDsl process(MemoryBreakdown memory, double mapBytes, String... answer) {
    process = new ProcessFigures(memory, mapBytes, List.of(answer), null);
    return this;
  }

  /** Adds an input that is no step. */
  public ResultDsl input(String path, String kind, Status status, String message) {
    inputs.add(new InputReport(path, kind, null, 0, status, message));
    return this;
  }

  /** Adds a diagnostic. */
  public ResultDsl diagnostic(String code, String message) {
    diagnostics.add(new Diagnostic(code, message));
    return this;
  }

  /** Adds a rule that could not judge. */
  public ResultDsl notApplicable(String rule, String pattern, String reason) {
    notApplicable.add(new NotApplicable(rule, pattern, reason));
    return this;
  }

  /** Adds a leaking map of 8.8 MiB of groups and 41.2 MiB of companions, and its finding. */
  public ResultDsl leak(String id, String function, String file, long line) {
    MapSite site =
        new MapSite(
            id,
            new CodeLine(function, file, line),
            Implementation.SWISS,
            24,
            new Interval(8.7 * MIB, 8.8 * MIB, 8.9 * MIB),
            0,
            41.2 * MIB,
            new Interval(181_204, 182_500, 183_977),
            1,
            0.97,
            List.of(
                "208 tables of 1024 slots, 207 of them dead by splits", "one companion a slot"));
    List<Double> history = new ArrayList<>();
    for (int i = 0; i < times.size(); i++) {
      history.add(site.retainedBytes() * (10 + i) / (10 + times.size() - 1));
    }
    Interval growth = times.size() < 2 ? null : new Interval(79_200, 87_000, 94_800);
    sites.add(new JudgedSite(site, Verdict.LEAK, "", growth, history, GROWING, null));
    finding(id, function, file, line, Severity.HIGH, EvidenceLevel.STRONG);
    return this;
  }

  /** Adds a finding, at a site or not. */
  public ResultDsl finding(
      String id, String function, String file, long line, Severity severity, EvidenceLevel level) {
    Map<String, Object> facts = new TreeMap<>();
    facts.put("survival", 0.989);
    facts.put("growth_per_hour", new Interval(79_200, 87_000, 94_800));
    facts.put(NextGrowths.SECONDS, new Interval(720, 840, 1080));
    facts.put(NextGrowths.BYTES, 18_454_938L);
    findings.add(
        new Finding(
            "ML001",
            "grow-never-delete",
            severity,
            level,
            new Finding.Place(id, function, file, line),
            "the map only grows: 181 000 to 184 000 entries, 50 MB",
            List.of(
                "98.9 % of what this line ever allocated is still in use",
                "the number of entries never fell in 9 steps of 5 minutes, and the line through"
                    + " them leaves no step by more than 2 %"),
            List.of(),
            "delete(s.sessions, id) when the session ends, or bound the map",
            "a daily swing would need 24 h of profiles",
            "mapleak analyze dumps/shop-session --source .  (is there a delete at all?)",
            facts,
            "5f1c0a9d3e7b2468",
            50 * MIB));
    return this;
  }

  /** Adds a classic map of half a MiB that is no finding. */
  public ResultDsl site(String id, String function, Verdict siteVerdict) {
    MapSite site =
        new MapSite(
            id,
            new CodeLine(function, "/srv/app/" + function + ".go", 7),
            Implementation.CLASSIC,
            null,
            new Interval(0.3 * MIB, 0.5 * MIB, 0.9 * MIB),
            0.25 * MIB,
            0,
            null,
            1200,
            0.6,
            List.of("two rungs with the factor 17/16"));
    sites.add(new JudgedSite(site, siteVerdict, "", null, List.of(), UNKNOWN, null));
    return this;
  }

  /** The result; the heap holds 69.4 MiB. */
  public AnalysisResult build() {
    return new AnalysisResult(
        inputs,
        times,
        go,
        times.isEmpty() ? 0 : 69.4 * MIB,
        sites,
        findings,
        verdict,
        notApplicable,
        diagnostics,
        process);
  }
}

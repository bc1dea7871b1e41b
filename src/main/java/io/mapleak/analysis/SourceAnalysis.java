package io.mapleak.analysis;

import io.mapleak.finding.Finding;
import io.mapleak.finding.NotApplicable;
import io.mapleak.finding.Severity;
import io.mapleak.rule.Evidence;
import io.mapleak.rule.Rule;
import io.mapleak.rule.Rules;
import io.mapleak.rule.builtin.SourceFindings;
import io.mapleak.source.SourceTree;
import io.mapleak.source.tree.SourceOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The result of source alone, without any profile. */
public final class SourceAnalysis {
  private SourceAnalysis() {}

  /** All that the packages below the roots show. */
  public static AnalysisResult of(SourceOptions options, SourceTree tree) {
    List<InputReport> inputs = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    InputReport.Status status = InputReport.Status.OK;
    String message = "";
    try {
      findings.addAll(SourceFindings.of(tree.cases()));
    } catch (IOException e) {
      status = InputReport.Status.FAILED;
      message = "can't be read: " + e.getMessage();
    }
    for (Path root : options.roots()) {
      inputs.add(new InputReport(root.toString(), "source", null, 0, status, message));
    }
    findings.sort(
        Comparator.comparing(Finding::severity, Comparator.reverseOrder())
            .thenComparing(Finding::rule)
            .thenComparing(f -> f.place().file())
            .thenComparing(f -> f.place().line()));
    boolean suspect = findings.stream().anyMatch(f -> f.severity() == Severity.MEDIUM);
    Evidence none = new Evidence(List.of(), List.of(), 0);
    return new AnalysisResult(
        inputs,
        List.of(),
        null,
        0,
        List.of(),
        findings,
        suspect ? Verdict.SUSPECT : Verdict.INCONCLUSIVE,
        needsProfiles(),
        List.of(),
        ProcessFigures.of(none, List.of(), null));
  }

  private static List<NotApplicable> needsProfiles() {
    List<NotApplicable> reasons = new ArrayList<>();
    for (Rule rule : Rules.ALL) {
      if (!SourceFindings.RULES.contains(rule.id())) {
        reasons.add(
            new NotApplicable(
                rule.id(), rule.pattern(), "source alone does not show it: give heap profiles"));
      }
    }
    return reasons;
  }
}

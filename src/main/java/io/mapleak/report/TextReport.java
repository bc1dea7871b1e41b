package io.mapleak.report;

import io.mapleak.analysis.AnalysisResult;
import io.mapleak.analysis.JudgedSite;
import io.mapleak.analysis.Verdict;
import io.mapleak.finding.Finding;
import io.mapleak.finding.NotApplicable;
import io.mapleak.finding.Severity;
import io.mapleak.growth.Undecided;
import io.mapleak.report.TextStyle.Ink;
import io.mapleak.site.GoVersionReading;
import io.mapleak.unit.Figures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** An analysis as text for people. The first screen answers: is it a leak, where, how big. */
public final class TextReport {
  /** Findings told in full; more would hide the first ones. */
  private static final int MAX_FINDINGS = 20;

  /** Columns for the name of the folder or file, so that the rest of the header has its place. */
  private static final int TITLE_WIDTH = 30;

  private final AnalysisResult result;
  private final TextLines lines;

  private TextReport(AnalysisResult result, TextStyle style) {
    this.result = result;
    this.lines = new TextLines(style);
  }

  /** The whole report, each line with its end. */
  public static String of(AnalysisResult result, TextStyle style) {
    TextReport report = new TextReport(result, style);
    report.header();
    report.verdict();
    report.findings();
    report.otherSites();
    new ProcessText(report.lines, result).write();
    report.notApplicable();
    new InputsText(report.lines, result).write();
    return report.lines.text();
  }

  private void header() {
    int count = result.profileTimes().size();
    String profiles =
        isSourceAlone()
            ? "the source alone, no profile"
            : count == 0
                ? "no heap profile"
                : count == 1 ? "1 heap profile" : count + " heap profiles";
    String span = new TimeSpan(result.profileTimes()).text();
    String title = Places.title(result);
    String text = profiles + (span.isEmpty() ? "" : ", " + span);
    if (title.isEmpty()) {
      lines.wrapped(0, text);
    } else {
      String name = TextFit.middle(PlainText.of(title), TITLE_WIDTH, lines.style().ellipsis());
      lines.labelled(0, PlainText.columns(name) + 2, Ink.BOLD, name, text);
    }
    GoVersionReading go = result.go();
    if (go != null) {
      lines.wrapped(0, goLine(go));
    }
    lines.blank();
  }

  private boolean isSourceAlone() {
    return !result.inputs().isEmpty()
        && result.inputs().stream().allMatch(input -> input.kind().equals("source"));
  }

  private static String goLine(GoVersionReading go) {
    String release =
        go.version() != null
            ? "go" + go.version()
            : go.low().equals(go.high()) ? "go" + go.low() : "go" + go.low() + " to go" + go.high();
    String maps =
        go.implementation() == null
            ? "classic or Swiss maps"
            : go.implementation().title().replaceFirst("map$", "maps");
    return release + " (" + maps + "), " + go.why();
  }

  private void verdict() {
    boolean serious =
        result.findings().stream().anyMatch(f -> f.severity().compareTo(Severity.MEDIUM) >= 0);
    if (serious) {
      return;
    }
    int profiles = result.profileTimes().size();
    switch (result.verdict()) {
      case STEADY -> lines.labelled(0, 8, Ink.GREEN, "STEADY", "no leaking map found");
      case INCONCLUSIVE -> {
        lines.labelled(
            0,
            14,
            Ink.YELLOW,
            "INCONCLUSIVE",
            isSourceAlone()
                ? "source alone shows nothing here; whether a map grows, heap profiles tell"
                : profiles == 0
                    ? "no heap profile could be analysed"
                    : "these profiles can't tell whether a map leaks");
        String decider = decider(profiles);
        if (!decider.isEmpty()) {
          lines.wrapped(TextLines.INDENT, decider);
        }
      }
      case LEAK, SUSPECT ->
          lines.labelled(
              0,
              9,
              Ink.YELLOW,
              "SUSPECT",
              "a map grows, but none by enough for a finding of weight; see below");
    }
    lines.blank();
  }

  /** What would decide most: the largest site's. */
  private String decider(int profiles) {
    return result.sites().stream()
        .map(JudgedSite::decider)
        .filter(decider -> !decider.isEmpty())
        .findFirst()
        .orElse(profiles == 1 ? Undecided.ONE_PROFILE : "");
  }

  private void findings() {
    List<Finding> findings = result.findings();
    FindingText text = new FindingText(lines, result);
    int shown = Math.min(MAX_FINDINGS, findings.size());
    for (Finding finding : findings.subList(0, shown)) {
      text.write(finding);
      lines.blank();
    }
    if (findings.size() > shown) {
      lines.wrapped(
          0,
          "... and "
              + (findings.size() - shown)
              + " more findings of less weight: --format json has them all");
      lines.blank();
    }
  }

  private void otherSites() {
    Set<String> told =
        result.findings().stream().map(f -> f.place().siteId()).collect(Collectors.toSet());
    Map<Verdict, List<JudgedSite>> groups = new LinkedHashMap<>();
    for (Verdict verdict : Verdict.values()) {
      groups.put(verdict, new ArrayList<>());
    }
    for (JudgedSite judged : result.sites()) {
      if (!told.contains(judged.site().id())) {
        groups.getOrDefault(judged.verdict(), new ArrayList<>()).add(judged);
      }
    }
    String other = told.isEmpty() ? "" : "other ";
    groups.forEach((verdict, sites) -> group(verdict, other, sites));
  }

  private void group(Verdict verdict, String other, List<JudgedSite> sites) {
    if (sites.isEmpty()) {
      return;
    }
    double bytes = sites.stream().mapToDouble(s -> s.site().retainedBytes()).sum();
    String size = Figures.bytes(bytes);
    String count = sites.size() + " " + other + (sites.size() == 1 ? "map site" : "map sites");
    String word = verdict == Verdict.STEADY ? "ok" : "?";
    String state =
        switch (verdict) {
          case STEADY -> "steady";
          case INCONCLUSIVE -> "can't be judged";
          case SUSPECT, LEAK -> "growing a little";
        };
    String argument = Places.argument(result);
    lines.command(
        word + " ".repeat(TextLines.INDENT - word.length()) + count + ", " + size + ", " + state,
        argument.isEmpty() ? "" : "mapleak sites " + argument);
  }

  private void notApplicable() {
    Map<String, List<String>> byReason = new LinkedHashMap<>();
    for (NotApplicable na : result.notApplicable()) {
      byReason.computeIfAbsent(na.reason(), reason -> new ArrayList<>()).add(na.pattern());
    }
    byReason.forEach(
        (reason, patterns) ->
            lines.labelled(
                0,
                TextLines.INDENT,
                Ink.DIM,
                "n/a",
                String.join(", ", new java.util.TreeSet<>(patterns)) + ": " + reason));
  }
}

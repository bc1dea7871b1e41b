package io.mapleak.report;

import io.mapleak.analysis.AnalysisResult;
import io.mapleak.analysis.JudgedSite;
import io.mapleak.analysis.NextGrowths;
import io.mapleak.analysis.Verdict;
import io.mapleak.finding.EvidenceLevel;
import io.mapleak.finding.Finding;
import io.mapleak.finding.Severity;
import io.mapleak.report.TextStyle.Ink;
import io.mapleak.unit.Interval;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One finding in text: where, how big, how sure, what next. */
final class FindingText {
  /** Columns from a label such as {@code against} to its text. */
  private static final int HANG = 9;

  private final TextLines lines;
  private final AnalysisResult result;
  private final double spanSeconds;

  FindingText(TextLines lines, AnalysisResult result) {
    this.lines = lines;
    this.result = result;
    this.spanSeconds = new TimeSpan(result.profileTimes()).seconds();
  }

  void write(Finding finding) {
    JudgedSite judged = site(finding);
    head(finding, judged);
    Finding.Place place = finding.place();
    lines.site(place.function(), place.file(), place.line(), TextLines.INDENT);
    if (finding.severity().compareTo(Severity.MEDIUM) < 0 || judged == null) {
      lines.wrapped(TextLines.INDENT, finding.summary());
    } else {
      lines.wrapped(TextLines.INDENT, SiteFigures.contents(judged.site()));
      lines.wrapped(TextLines.INDENT, SiteFigures.memory(judged.site(), result.heapInuseBytes()));
      growth(judged);
    }
    if (finding.severity().compareTo(Severity.MEDIUM) >= 0) {
      evidence(finding);
    }
    advice(finding);
  }

  private @Nullable JudgedSite site(Finding finding) {
    return result.sites().stream()
        .filter(judged -> judged.site().id().equals(finding.place().siteId()))
        .findFirst()
        .orElse(null);
  }

  private void head(Finding finding, @Nullable JudgedSite judged) {
    Ink ink = Ink.RED;
    String word = "LEAK";
    if (finding.severity().compareTo(Severity.MEDIUM) < 0) {
      word = "NOTE";
      ink = Ink.CYAN;
    } else if (!isLeak(finding, judged)) {
      word = "SUSPECT";
      ink = Ink.YELLOW;
    }
    String level = finding.level().id() + ", " + finding.severity().id();
    lines.sides(0, ink, word + "  " + finding.pattern() + "  " + level, Ink.DIM, finding.rule());
  }

  private static boolean isLeak(Finding finding, @Nullable JudgedSite judged) {
    return finding.level() == EvidenceLevel.PROOF
        || (judged == null
            ? finding.level() == EvidenceLevel.STRONG
            : judged.verdict() == Verdict.LEAK);
  }

  private void growth(JudgedSite judged) {
    String growth =
        judged.growthPerHour() == null ? "" : RateText.entries(judged.growthPerHour(), spanSeconds);
    String bars = Sparkline.of(judged.history(), lines.style().unicode());
    String course = SiteFigures.course(judged.history());
    StringBuilder text = new StringBuilder(growth);
    for (String part : List.of(bars, course)) {
      text.append(text.length() > 0 && !part.isEmpty() ? "  " : "").append(part);
    }
    if (PlainText.columns(text.toString()) <= lines.style().width() - TextLines.INDENT) {
      if (text.length() > 0) {
        lines.sides(TextLines.INDENT, Ink.NONE, text.toString(), Ink.NONE, "");
      }
    } else {
      lines.wrapped(TextLines.INDENT, growth);
      lines.wrapped(TextLines.INDENT, bars + " " + course);
    }
  }

  private void evidence(Finding finding) {
    String label = "for";
    for (String reason : finding.evidenceFor()) {
      labelled(label, reason);
      label = "";
    }
    label = "against";
    for (String reason : finding.evidenceAgainst()) {
      labelled(label, reason);
      label = "";
    }
    String doubt = finding.refutedBy();
    if (finding.evidenceAgainst().isEmpty()) {
      labelled("against", doubt.isEmpty() ? "nothing seen" : "nothing seen; " + doubt);
    } else if (!doubt.isEmpty()) {
      labelled("", doubt);
    }
  }

  private void advice(Finding finding) {
    JudgedSite judged = site(finding);
    if (judged != null
        && finding.facts().get(NextGrowths.BYTES) instanceof Long bytes
        && finding.facts().get(NextGrowths.SECONDS) instanceof Interval seconds) {
      labelled("next", ForecastReport.next(judged.site().implementation(), bytes, seconds));
    }
    if (!finding.remedy().isEmpty()) {
      labelled("fix", finding.remedy());
    }
    if (!finding.nextCapture().isEmpty() && finding.severity().compareTo(Severity.MEDIUM) >= 0) {
      labelled("proof", finding.nextCapture());
    }
  }

  private void labelled(String label, String text) {
    lines.labelled(TextLines.INDENT, HANG, Ink.DIM, label, text);
  }
}

package io.mapleak.report;

import io.mapleak.analysis.Comparison;
import io.mapleak.analysis.SiteChange;
import io.mapleak.analysis.SiteChange.Outcome;
import io.mapleak.growth.FalseDiscovery;
import io.mapleak.report.TextStyle.Ink;
import io.mapleak.site.MapSite;
import io.mapleak.unit.Figures;
import io.mapleak.unit.Interval;
import java.util.ArrayList;
import java.util.List;

/** Two heap profiles compared, as text for people and as JSON for scripts. */
public final class ComparisonReport {
  /** Columns for the word that tells what became of a site. */
  private static final int WORD = 8;

  /** Sites told of each kind; the rest is counted. */
  private static final int MOST_TOLD = 20;

  private ComparisonReport() {}

  /** The fields of an analysis, and {@code diff}: how the profiles hang together, and each site. */
  public static String json(Comparison comparison, String toolVersion) {
    return JsonOutput.document(
        json -> {
          JsonReport.write(json, comparison.analysis(), toolVersion);
          json.object(
              "diff",
              () ->
                  json.text("relation", comparison.relation().id())
                      .objects("sites", comparison.changes(), change -> change(json, change)));
        });
  }

  private static void change(JsonOutput json, SiteChange change) {
    MapSite site = change.site();
    SiteJson.place(json, site);
    json.whole("base_bytes", change.before())
        .whole("new_bytes", change.after())
        .wholeQuantity("change_bytes", change.change().range(), true)
        .number("z", change.change().z())
        .number("chance", change.change().chance())
        .text("outcome", change.outcome().id());
  }

  /**
   * The report for people.
   *
   * @param base name of the first profile
   * @param newer name of the second
   */
  public static String text(Comparison comparison, String base, String newer, TextStyle style) {
    TextLines lines = new TextLines(style);
    lines.labelled(0, WORD, Ink.DIM, "base", PlainText.of(base));
    lines.labelled(
        0, WORD, Ink.DIM, "new", PlainText.of(newer) + ", " + comparison.relation().text());
    lines.blank();
    tell(lines, comparison, Outcome.GREW, Ink.RED);
    tell(lines, comparison, Outcome.SHRANK, Ink.GREEN);
    count(lines, comparison, Outcome.UNCLEAR, "change by less than sampling can tell");
    count(lines, comparison, Outcome.SAME, "are the same");
    FindingText findings = new FindingText(lines, comparison.analysis());
    comparison
        .analysis()
        .findings()
        .forEach(
            finding -> {
              lines.blank();
              findings.write(finding);
            });
    int tested = comparison.changes().size();
    lines.blank();
    lines.wrapped(
        0,
        tested == 0
            ? "no map is recognised in either profile"
            : tested
                + (tested == 1 ? " map site" : " map sites")
                + " compared; of those told, "
                + Figures.percent(FalseDiscovery.RATE)
                + " may be chance");
    return lines.text();
  }

  private static void tell(TextLines lines, Comparison comparison, Outcome outcome, Ink ink) {
    List<SiteChange> changes = of(comparison, outcome);
    for (SiteChange change : changes.subList(0, Math.min(MOST_TOLD, changes.size()))) {
      MapSite site = change.site();
      Interval range = change.change().range();
      String sign = range.best() > 0 ? "+" : "";
      String bytes =
          sign
              + Figures.bytes(range.best())
              + (change.change().variance() < 1
                  ? ""
                  : " [" + Figures.bytes(range.low()) + ", " + Figures.bytes(range.high()) + "]");
      lines.labelled(
          0,
          WORD,
          ink,
          outcome.id(),
          bytes
              + ": "
              + Figures.bytes(change.before())
              + ", then "
              + Figures.bytes(change.after()));
      lines.site(site.at().function(), site.at().file(), site.at().line(), WORD);
      lines.wrapped(WORD, SiteFigures.contents(site));
    }
    if (changes.size() > MOST_TOLD) {
      lines.wrapped(WORD, "and " + (changes.size() - MOST_TOLD) + " more: --format json has all");
    }
  }

  private static void count(TextLines lines, Comparison comparison, Outcome outcome, String what) {
    List<SiteChange> changes = of(comparison, outcome);
    if (!changes.isEmpty()) {
      double bytes = changes.stream().mapToDouble(SiteChange::after).sum();
      lines.labelled(
          0,
          WORD,
          Ink.DIM,
          outcome == Outcome.SAME ? "same" : "?",
          changes.size()
              + (changes.size() == 1 ? " map site" : " map sites")
              + ", "
              + Figures.bytes(bytes)
              + " now, "
              + what);
    }
  }

  private static List<SiteChange> of(Comparison comparison, Outcome outcome) {
    List<SiteChange> changes = new ArrayList<>(comparison.changes());
    changes.removeIf(change -> change.outcome() != outcome);
    return changes;
  }
}

package io.mapleak.report;

import io.mapleak.analysis.AnalysisResult;
import io.mapleak.analysis.JudgedSite;
import io.mapleak.report.TextStyle.Ink;
import io.mapleak.site.MapSite;
import io.mapleak.unit.Figures;

/** The map sites of the newest profile for people: what each is, how big, and why it is one. */
public final class SitesText {
  private static final int INDENT = 2;

  /** Columns from "100 % sure" to the reason. */
  private static final int HANG = 11;

  /** Reasons told without being asked for. */
  private static final int REASONS = 1;

  private SitesText() {}

  /**
   * The table.
   *
   * @param why whether all reasons are told, not only the strongest
   */
  public static String of(AnalysisResult result, TextStyle style, boolean why) {
    TextLines lines = new TextLines(style);
    for (JudgedSite judged : result.sites()) {
      site(lines, judged, result.heapInuseBytes(), why);
    }
    if (result.sites().isEmpty()) {
      lines.wrapped(
          0,
          result.profileTimes().isEmpty()
              ? "no heap profile could be analysed"
              : "no map is recognised in the newest profile");
    }
    new InputsText(lines, result).write();
    return lines.text();
  }

  private static void site(TextLines lines, JudgedSite judged, double heap, boolean why) {
    MapSite site = judged.site();
    lines.site(site.at().function(), site.at().file(), site.at().line(), 0);
    lines.wrapped(INDENT, SiteFigures.contents(site));
    lines.wrapped(INDENT, SiteFigures.memory(site, heap));
    String stage = SiteFigures.stage(judged.stage());
    if (!stage.isEmpty()) {
      lines.wrapped(INDENT, stage);
    }
    int reasons = why ? site.why().size() : Math.min(REASONS, site.why().size());
    String sure = Figures.percent(site.confidence()) + " sure";
    lines.labelled(
        INDENT,
        HANG,
        Ink.DIM,
        sure.replace(Figures.JOIN, ' '),
        reasons == 0 ? "" : site.why().get(0));
    for (int i = 1; i < reasons; i++) {
      lines.labelled(INDENT, HANG, Ink.DIM, "", site.why().get(i));
    }
    if (why) {
      lines.labelled(INDENT, HANG, Ink.DIM, "id", site.id());
    }
    lines.blank();
  }
}

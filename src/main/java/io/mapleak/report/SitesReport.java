package io.mapleak.report;

import io.mapleak.analysis.AnalysisResult;
import io.mapleak.analysis.JudgedSite;
import io.mapleak.site.MapSite;
import io.mapleak.unit.Figures;
import io.mapleak.unit.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The map sites of the newest profile as a table: text, JSON, CSV or Markdown. */
public final class SitesReport {
  private static final String SCHEMA = "mapleak.sites/1";

  private static final List<String> CSV_COLUMNS =
      List.of(
          "id",
          "func",
          "file",
          "line",
          "implementation",
          "slot_bytes",
          "array_bytes",
          "array_low",
          "array_high",
          "retained_bytes",
          "entries_low",
          "entries_best",
          "entries_high",
          "instances",
          "confidence",
          "verdict");

  private SitesReport() {}

  /** The table as JSON, schema {@code mapleak.sites/1}; sites have the fields of an analysis. */
  public static String json(AnalysisResult result) {
    return JsonOutput.document(
        json -> {
          json.text("schema", SCHEMA);
          SiteJson.go(json, result.go());
          SiteJson.sites(json, result.sites());
        });
  }

  /** The table as CSV (RFC 4180) with a line of names; what is not known is an empty field. */
  public static String csv(AnalysisResult result) {
    StringBuilder text = new StringBuilder(String.join(",", CSV_COLUMNS)).append("\r\n");
    for (JudgedSite judged : result.sites()) {
      MapSite site = judged.site();
      Interval entries = site.entries();
      List<String> row = new ArrayList<>();
      row.add(Cells.csv(site.id()));
      row.add(Cells.csv(site.at().function()));
      row.add(Cells.csv(site.at().file()));
      row.add(String.valueOf(site.at().line()));
      row.add(site.implementation().id());
      row.add(site.slotBytes() == null ? "" : site.slotBytes().toString());
      row.add(whole(site.arrayBytes().best()));
      row.add(whole(Math.floor(site.arrayBytes().low())));
      row.add(whole(Math.ceil(site.arrayBytes().high())));
      row.add(whole(site.retainedBytes()));
      row.add(entries == null ? "" : whole(Math.floor(entries.low())));
      row.add(entries == null ? "" : whole(entries.best()));
      row.add(entries == null ? "" : whole(Math.ceil(entries.high())));
      row.add(String.valueOf(site.instances()));
      row.add(String.format(Locale.ROOT, "%.2f", site.confidence()));
      row.add(judged.verdict().id());
      text.append(String.join(",", row)).append("\r\n");
    }
    return text.toString();
  }

  /** The table as a Markdown table. */
  public static String markdown(AnalysisResult result) {
    StringBuilder text =
        new StringBuilder("| map | at | kind | slot | entries | array | retained | maps | sure |\n")
            .append("|---|---|---|--:|--:|--:|--:|--:|--:|\n");
    for (JudgedSite judged : result.sites()) {
      MapSite site = judged.site();
      List<String> cells =
          List.of(
              site.at().function(),
              TextLines.shortFile(site.at().file()) + ":" + site.at().line(),
              site.implementation().id(),
              site.slotBytes() == null ? "?" : site.slotBytes() + " B",
              entries(site),
              Figures.bytesRange(site.arrayBytes()),
              Figures.bytes(site.retainedBytes()),
              Figures.count((double) site.instances()),
              Figures.percent(site.confidence()));
      Cells.markdownRow(text, cells);
    }
    return text.toString();
  }

  static String entries(MapSite site) {
    return site.entries() == null ? "?" : Figures.countRange(site.entries());
  }

  private static String whole(double value) {
    return String.valueOf(Math.round(value));
  }
}

package io.mapleak.report;

import io.mapleak.forecast.Forecast;
import io.mapleak.forecast.SiteForecast;
import io.mapleak.site.MapSite;
import io.mapleak.unit.Figures;
import io.mapleak.unit.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A forecast as CSV or Markdown: one row a site. */
public final class ForecastTable {
  private static final String CSV_COLUMNS =
      "id,func,file,line,at,entries_low,entries_best,entries_high,array_low,array_best,array_high,"
          + "retained_low,retained_best,retained_high,growth_per_hour,next_growth_seconds,"
          + "next_array_bytes,transient_bytes,limit_seconds,refused,growth_low,growth_high,"
          + "next_growth_low,next_growth_high,limit_low,limit_high";

  private ForecastTable() {}

  /** All sites as CSV (RFC 4180) with a line of names; those refused have a reason. */
  public static String csv(Forecast forecast) {
    StringBuilder text = new StringBuilder(CSV_COLUMNS).append("\r\n");
    for (SiteForecast site : forecast.sites()) {
      List<String> cells = new ArrayList<>(place(site.site()));
      cells.add(forecast.dated() ? Times.text(forecast.atNanos()) : "");
      cells.addAll(whole(site.entries()));
      cells.addAll(whole(site.arrayBytes()));
      cells.addAll(whole(site.retainedBytes()));
      cells.add(number(site.growthPerHour().best()));
      SiteForecast.@Nullable NextGrowth next = site.next();
      cells.add(next == null ? "" : number(next.seconds().best()));
      cells.add(next == null ? "" : number(next.arrayBytes()));
      cells.add(next == null ? "" : number(next.transientBytes()));
      cells.add(site.limitSeconds() == null ? "" : number(site.limitSeconds().best()));
      cells.add("");
      cells.addAll(ends(site.growthPerHour()));
      cells.addAll(ends(next == null ? null : next.seconds()));
      cells.addAll(ends(site.limitSeconds()));
      row(text, cells);
    }
    for (Forecast.Refused refused : forecast.refused()) {
      List<String> cells = new ArrayList<>(place(refused.site()));
      cells.add(forecast.dated() ? Times.text(forecast.atNanos()) : "");
      List<String> columns = List.of(CSV_COLUMNS.split(",", -1));
      while (cells.size() < columns.size()) {
        cells.add("");
      }
      cells.set(columns.indexOf("refused"), refused.reason());
      row(text, cells);
    }
    return text.toString();
  }

  private static List<String> place(MapSite site) {
    return List.of(
        site.id(), site.at().function(), site.at().file(), String.valueOf(site.at().line()));
  }

  private static List<String> whole(Interval value) {
    return List.of(number(value.low()), number(value.best()), number(value.high()));
  }

  private static List<String> ends(@Nullable Interval value) {
    return value == null ? List.of("", "") : List.of(number(value.low()), number(value.high()));
  }

  /** A whole number; empty where it has no end. */
  private static String number(double value) {
    return Double.isInfinite(value) ? "" : String.format(Locale.ROOT, "%.0f", value);
  }

  private static void row(StringBuilder text, List<String> cells) {
    text.append(cells.stream().map(Cells::csv).collect(Collectors.joining(","))).append("\r\n");
  }

  /** All sites as a Markdown table. */
  public static String markdown(Forecast forecast) {
    StringBuilder text =
        new StringBuilder("| site | entries | arrays | retained | next growth | limit |\n")
            .append("|---|--:|--:|--:|--:|--:|\n");
    for (SiteForecast site : forecast.sites()) {
      SiteForecast.@Nullable NextGrowth next = site.next();
      markdownRow(
          text,
          List.of(
              site.site().at().function() + ":" + site.site().at().line(),
              Figures.countRange(site.entries()),
              Figures.bytesRange(site.arrayBytes()),
              Figures.bytesRange(site.retainedBytes()),
              next == null ? "-" : ForecastReport.when(next.seconds()),
              site.limitSeconds() == null ? "-" : ForecastReport.when(site.limitSeconds())));
    }
    for (Forecast.Refused refused : forecast.refused()) {
      markdownRow(
          text,
          List.of(
              refused.site().at().function() + ":" + refused.site().at().line(),
              "none: " + refused.reason(),
              "",
              "",
              "",
              ""));
    }
    return text.toString();
  }

  private static void markdownRow(StringBuilder text, List<String> cells) {
    text.append('|');
    cells.forEach(cell -> text.append(' ').append(Cells.markdown(cell)).append(" |"));
    text.append('\n');
  }
}

package io.mapleak.report;

import io.mapleak.forecast.Forecast;
import io.mapleak.forecast.SiteForecast;
import io.mapleak.site.MapSite;
import io.mapleak.unit.Figures;
import io.mapleak.unit.Interval;
import org.jspecify.annotations.Nullable;

/** A forecast as text or JSON. */
public final class ForecastReport {
  private static final String SCHEMA = "mapleak.forecast/1";
  private static final long NANOS = 1_000_000_000L;

  private ForecastReport() {}

  /** The forecast as JSON, schema {@code mapleak.forecast/1}. */
  public static String json(Forecast forecast) {
    return JsonOutput.document(
        json -> {
          json.text("schema", SCHEMA)
              .text("at", forecast.dated() ? Times.text(forecast.atNanos()) : null);
          json.objects("sites", forecast.sites(), site -> site(json, site, forecast));
          json.objects(
              "refused",
              forecast.refused(),
              refused -> {
                SiteJson.place(json, refused.site());
                json.text("reason", refused.reason());
              });
        });
  }

  private static void site(JsonOutput json, SiteForecast site, Forecast forecast) {
    SiteJson.place(json, site.site());
    json.quantity("growth_per_hour", site.growthPerHour());
    SiteForecast.@Nullable NextGrowth next = site.next();
    if (next == null) {
      json.nothing("next_growth");
    } else {
      json.object(
          "next_growth",
          () ->
              json.quantity("in_seconds", next.seconds())
                  .whole("array_bytes", next.arrayBytes())
                  .whole("transient_bytes", next.transientBytes()));
    }
    json.object(
        "at",
        () ->
            json.wholeQuantity("entries", site.entries(), true)
                .wholeQuantity("array_bytes", site.arrayBytes(), true)
                .wholeQuantity("retained_bytes", site.retainedBytes(), true));
    json.objects(
        "course",
        site.course(),
        point -> {
          json.text("time", Times.text(point.nanos())).truth("forecast", point.forecast());
          json.wholeQuantity("array_bytes", point.arrayBytes(), true);
        });
    if (forecast.limit().isEmpty()) {
      json.nothing("limit");
    } else {
      json.object(
          "limit",
          () ->
              json.number("bytes", forecast.limit().getAsLong())
                  .quantity("in_seconds", site.limitSeconds()));
    }
  }

  /** The forecast as text. */
  public static String text(Forecast forecast, TextStyle style) {
    StringBuilder text = new StringBuilder(head(forecast)).append('\n');
    if (forecast.sites().isEmpty() && forecast.refused().isEmpty()) {
      text.append("\nno map site in these profiles\n");
    }
    for (SiteForecast site : forecast.sites()) {
      text.append('\n').append(at(site.site())).append('\n');
      line(text, "entries", Figures.countRange(site.entries()));
      line(text, "growth", FixReport.rate(site.growthPerHour()));
      line(text, "arrays", Figures.bytesRange(site.arrayBytes()));
      line(text, "retained", Figures.bytesRange(site.retainedBytes()));
      ErrorBars.of(site.course(), style.unicode()).forEach(row -> line(text, "", row));
      SiteForecast.@Nullable NextGrowth next = site.next();
      if (next != null) {
        line(
            text,
            "next",
            "an array of "
                + Figures.bytes(next.arrayBytes())
                + " "
                + when(next.seconds())
                + "; "
                + Figures.bytes(next.transientBytes())
                + " while the old one is moved");
      }
      if (forecast.limit().isPresent()) {
        line(text, "limit", limit(site.limitSeconds()));
      }
    }
    for (Forecast.Refused refused : forecast.refused()) {
      text.append('\n').append(at(refused.site())).append('\n');
      line(text, "none", refused.reason());
    }
    return text.toString();
  }

  private static String head(Forecast forecast) {
    if (!forecast.dated()) {
      return "no forecast: the profiles have no times";
    }
    double ahead = (forecast.atNanos() - forecast.newestNanos()) / (double) NANOS;
    String after = Figures.duration(ahead).replace(Figures.JOIN, ' ');
    return "forecast for "
        + Times.text(forecast.atNanos())
        + ", "
        + after
        + " after the newest profile";
  }

  static String limit(@Nullable Interval seconds) {
    if (seconds == null) {
      return "not reached, as it grows";
    }
    return seconds.high() == 0 ? "reached already" : "reached " + when(seconds);
  }

  /** E.g. {@code in about 21 min (17 to 25 min)}. */
  static String when(Interval seconds) {
    String best = Figures.duration(seconds.best());
    String low = Figures.duration(seconds.low());
    String high = Figures.duration(seconds.high());
    String range =
        Double.isInfinite(seconds.high())
            ? " (" + low + " or later)"
            : low.equals(high) ? "" : " (" + low + " to " + high + ")";
    return (best.equals(Figures.duration(0)) ? "now" : "in about " + best) + range;
  }

  private static String at(MapSite site) {
    return PlainText.of(
        site.at().function()
            + "  "
            + TextLines.shortFile(site.at().file())
            + ":"
            + site.at().line());
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append("  %-10s%s%n".formatted(name, value.replace(Figures.JOIN, ' ')));
  }
}

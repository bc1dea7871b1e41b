package io.mapleak.report;

import io.mapleak.forecast.Forecast;
import io.mapleak.forecast.SiteForecast;
import io.mapleak.site.MapSite;
import io.mapleak.unit.Figures;
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
          json.text("schema", SCHEMA).text("at", Times.text(forecast.atNanos()));
          json.objects("sites", forecast.sites(), site -> site(json, site, forecast));
          json.objects(
              "refused",
              forecast.refused(),
              refused -> {
                SiteJson.place(json, refused.site());
                json.prose("reason", refused.reason());
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
    double ahead = (forecast.atNanos() - forecast.newestNanos()) / (double) NANOS;
    StringBuilder text =
        new StringBuilder("forecast for " + Times.text(forecast.atNanos()))
            .append(", " + PlainText.of(Figures.duration(ahead)))
            .append(" after the newest profile\n");
    for (SiteForecast site : forecast.sites()) {
      text.append('\n').append(at(site.site())).append('\n');
      TextLines.named(text, "entries", Figures.countRange(site.entries()));
      TextLines.named(text, "arrays", Figures.bytesRange(site.arrayBytes()));
      TextLines.named(text, "retained", Figures.bytesRange(site.retainedBytes()));
      ErrorBars.of(site.course(), style.unicode()).forEach(row -> TextLines.named(text, "", row));
      SiteForecast.@Nullable NextGrowth next = site.next();
      if (next != null) {
        TextLines.named(
            text,
            "next",
            "an array of "
                + Figures.bytes(next.arrayBytes())
                + " in about "
                + Figures.duration(next.seconds().best())
                + "; "
                + Figures.bytes(next.transientBytes())
                + " while the old one is moved");
      }
      if (site.limitSeconds() != null) {
        TextLines.named(
            text, "limit", "reached in about " + Figures.duration(site.limitSeconds().best()));
      }
    }
    for (Forecast.Refused refused : forecast.refused()) {
      text.append('\n').append(at(refused.site())).append('\n');
      TextLines.named(text, "none", refused.reason());
    }
    return text.toString();
  }

  private static String at(MapSite site) {
    return PlainText.of(
        site.at().function()
            + "  "
            + TextLines.shortFile(site.at().file())
            + ":"
            + site.at().line());
  }
}

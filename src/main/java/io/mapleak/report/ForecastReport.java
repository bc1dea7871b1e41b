package io.mapleak.report;

import io.mapleak.forecast.Forecast;
import io.mapleak.forecast.HeapTrend;
import io.mapleak.forecast.LimitForecast;
import io.mapleak.forecast.SiteForecast;
import io.mapleak.gomap.Implementation;
import io.mapleak.site.MapSite;
import io.mapleak.unit.Figures;
import io.mapleak.unit.Interval;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A forecast as text or JSON. */
public final class ForecastReport {
  private static final String SCHEMA = "mapleak.forecast/1";
  private static final String LEGEND = "- seen, + forecast";
  private static final List<String> NO_TREND =
      List.of("growth of the heap needs three profiles with times");
  private static final long NANOS = 1_000_000_000L;

  private ForecastReport() {}

  /** The forecast as JSON, schema {@code mapleak.forecast/1}. */
  public static String json(Forecast forecast) {
    return JsonOutput.document(
        json -> {
          json.text("schema", SCHEMA)
              .text("at", forecast.dated() ? Times.text(forecast.atNanos()) : null);
          heap(json, forecast);
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

  private static void heap(JsonOutput json, Forecast forecast) {
    HeapTrend heap = forecast.heap();
    if (heap == null) {
      json.nothing("heap");
      return;
    }
    json.object(
        "heap",
        () -> {
          json.whole("live_bytes", heap.liveBytes())
              .quantity("bytes_per_hour", heap.bytesPerHour());
          limit(json, forecast.ofProcess());
        });
  }

  /** When a process fills its limit, as a field of this name. */
  static void limit(JsonOutput json, @Nullable LimitForecast limit) {
    if (limit == null) {
      json.nothing("limit");
    } else {
      json.object(
          "limit",
          () ->
              json.number("bytes", limit.bytes())
                  .quantity("in_seconds", limit.liveSeconds())
                  .quantity("in_seconds_with_garbage", limit.withGarbageSeconds()));
    }
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
    double span = (forecast.newestNanos() - forecast.oldestNanos()) / (double) NANOS;
    StringBuilder text = new StringBuilder(head(forecast)).append('\n');
    if (forecast.sites().isEmpty() && forecast.refused().isEmpty()) {
      text.append("\nno map site in these profiles\n");
    }
    HeapTrend heap = forecast.heap();
    if (heap != null) {
      TextLines.named(
          text,
          "heap",
          Figures.bytes(heap.liveBytes()) + " live, " + RateText.bytes(heap.bytesPerHour(), span));
    }
    limit(text, forecast);
    for (SiteForecast site : forecast.sites()) {
      text.append('\n').append(at(site.site())).append('\n');
      TextLines.named(text, "growth", RateText.entries(site.growthPerHour(), span));
      TextLines.named(text, "entries", Figures.countRange(site.entries()));
      TextLines.named(text, "arrays", Figures.bytesRange(site.arrayBytes()));
      TextLines.named(text, "retained", Figures.bytesRange(site.retainedBytes()));
      ErrorBars.of(site.course().stream().map(ForecastReport::bar).toList(), LEGEND, style)
          .forEach(row -> TextLines.named(text, "", row));
      next(text, site);
    }
    for (Forecast.Refused refused : forecast.refused()) {
      text.append('\n').append(at(refused.site())).append('\n');
      TextLines.named(text, "none", refused.reason());
    }
    return text.toString();
  }

  private static String head(Forecast forecast) {
    if (!forecast.dated()) {
      return "no forecast: the profiles have no times";
    }
    double ahead = (forecast.atNanos() - forecast.newestNanos()) / (double) NANOS;
    return "forecast for "
        + Times.text(forecast.atNanos())
        + ", "
        + PlainText.of(Figures.duration(ahead))
        + " after the newest profile";
  }

  private static void limit(StringBuilder text, Forecast forecast) {
    if (forecast.limit().isEmpty()) {
      return;
    }
    LimitForecast limit = forecast.ofProcess();
    String label = "limit";
    for (String line : limit == null ? NO_TREND : limit(limit)) {
      TextLines.named(text, label, line);
      label = "";
    }
  }

  /** When a process fills its limit, in one line or two. */
  static List<String> limit(LimitForecast limit) {
    List<String> lines = new ArrayList<>();
    lines.add(
        limit.liveSeconds() == null
            ? "not on the way: the live heap does not grow"
            : "live heap at " + Figures.bytes(limit.bytes()) + " " + when(limit.liveSeconds()));
    if (limit.withGarbageSeconds() != null) {
      lines.add("with garbage (GOGC=100, no GOMEMLIMIT) " + when(limit.withGarbageSeconds()));
    }
    return lines;
  }

  private static void next(StringBuilder text, SiteForecast site) {
    SiteForecast.@Nullable NextGrowth next = site.next();
    if (next != null) {
      Implementation kind = site.site().implementation();
      TextLines.named(text, "next", next(kind, next.arrayBytes(), next.seconds()));
      String meanwhile =
          kind == Implementation.SWISS
              ? " while one table is split"
              : " while the old ones are moved";
      TextLines.named(text, "", Figures.bytes(next.transientBytes()) + meanwhile);
    }
  }

  /** E.g. {@code 13.8 MB of buckets in about 14 min (12 min to 18 min)}. */
  static String next(Implementation kind, double arrayBytes, Interval seconds) {
    String what = kind == Implementation.SWISS ? " of tables, split " : " of buckets ";
    return Figures.bytes(arrayBytes) + what + when(seconds);
  }

  /** E.g. {@code in about 14 min (12 min to 18 min)}. */
  static String when(Interval seconds) {
    if (seconds.high() <= 0) {
      return "by now";
    }
    String earliest = Figures.duration(seconds.low());
    return Double.isInfinite(seconds.high())
        ? (seconds.low() <= 0 ? "now" : "in " + earliest) + " at the earliest, if at all"
        : "in about "
            + Figures.duration(seconds.best())
            + " ("
            + earliest
            + " to "
            + Figures.duration(seconds.high())
            + ")";
  }

  private static ErrorBars.Bar bar(SiteForecast.Point point) {
    return new ErrorBars.Bar(
        point.arrayBytes(), point.arrayBytes().best(), point.forecast() ? '+' : '-');
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

package io.mapleak.forecast;

import io.mapleak.gomap.GoVersion;
import io.mapleak.growth.Growth;
import io.mapleak.site.MapSite;
import io.mapleak.site.SiteHistory;
import io.mapleak.unit.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Carries the growth of sites on to a later time. */
public final class Forecaster {
  /** Profiles that a line needs at least. */
  private static final int LEAST_PROFILES = 3;

  /** An interval whose ends differ by more than this factor says nothing. */
  private static final double TOO_WIDE = 16;

  /** Moments forecast on the way to the time asked for. */
  private static final int POINTS = 8;

  /** Entries of a map beyond which no limit is looked for. */
  private static final double MOST_ENTRIES = 1e12;

  private static final double NANOS_PER_HOUR = 3.6e12;

  private final List<Long> times;
  private final long at;
  private final long rate;
  private final GoVersion go;
  private final OptionalLong limit;
  private final List<Double> liveBytes;

  private Forecaster(
      List<Long> times,
      long at,
      long rate,
      GoVersion go,
      OptionalLong limit,
      List<Double> liveBytes) {
    this.times = times;
    this.at = at;
    this.rate = rate;
    this.go = go;
    this.limit = limit;
    this.liveBytes = liveBytes;
  }

  /**
   * Forecasts all sites.
   *
   * @param histories of the sites
   * @param growths what the series says of each
   * @param times of the profiles, nanoseconds; 0 when undated
   * @param at the time asked for
   * @param rate sampling interval, bytes
   * @param go the release, or the nearest guess
   * @param limit memory limit of the process, bytes
   * @param liveBytes in use, of each profile
   */
  public static Forecast forecast(
      List<SiteHistory> histories,
      List<Growth> growths,
      List<Long> times,
      long at,
      long rate,
      GoVersion go,
      OptionalLong limit,
      List<Double> liveBytes) {
    Forecaster forecaster = new Forecaster(times, at, rate, go, limit, liveBytes);
    List<SiteForecast> sites = new ArrayList<>();
    List<Forecast.Refused> refused = new ArrayList<>();
    for (int i = 0; i < histories.size(); i++) {
      forecaster.add(histories.get(i), growths.get(i), sites, refused);
    }
    return new Forecast(
        at,
        times.get(0),
        times.get(times.size() - 1),
        limit,
        HeapTrend.of(liveBytes, times),
        sites,
        refused);
  }

  private void add(
      SiteHistory history,
      Growth growth,
      List<SiteForecast> sites,
      List<Forecast.Refused> refused) {
    MapSite site = history.site();
    String missing = missing(history);
    if (missing != null) {
      refused.add(new Forecast.Refused(site, missing));
      return;
    }
    List<CapacityCurve> curves = Curves.of(history, go);
    if (curves.isEmpty()) {
      refused.add(new Forecast.Refused(site, "nothing in its blocks tells the size of its slots"));
      return;
    }
    Outlook outlook = Outlook.of(history, growth, curves, Course.all(times, growth), rate);
    if (outlook == null) {
      refused.add(new Forecast.Refused(site, "neither its arrays nor objects were sampled"));
      return;
    }
    SiteForecast forecast = forecast(history, growth, curves.get(0), outlook);
    Interval array = forecast.arrayBytes();
    if (array.high() > TOO_WIDE * Math.max(1, array.low())) {
      refused.add(
          new Forecast.Refused(
              site,
              "its samples allow too much: more profiles, a smaller MemProfileRate or a nearer time"));
    } else {
      sites.add(forecast);
    }
  }

  private @Nullable String missing(SiteHistory history) {
    if (times.size() < LEAST_PROFILES) {
      return "a trend needs " + LEAST_PROFILES + " profiles, there are " + times.size();
    }
    if (times.get(0) == 0 || times.get(times.size() - 1) <= times.get(0)) {
      return "its profiles have no times";
    }
    if (history.isRebuilt()) {
      return "its maps are dropped and built again";
    }
    return null;
  }

  private SiteForecast forecast(
      SiteHistory history, Growth growth, CapacityCurve curve, Outlook outlook) {
    MapSite site = history.site();
    int newest = times.size() - 1;
    Interval now = outlook.atProfile(newest, Outlook.Figure.ENTRIES);
    double perEntry = new EntryCompanions(history, growth, now.best()).allBytes();
    long span = times.get(newest) - times.get(0);
    Interval later = outlook.at(times.get(newest) + span, Outlook.Figure.ENTRIES);
    double perHour = NANOS_PER_HOUR / span;
    Interval growthPerHour =
        ordered(
            (later.low() - now.best()) * perHour,
            (later.best() - now.best()) * perHour,
            (later.high() - now.best()) * perHour);
    return new SiteForecast(
        site,
        growthPerHour,
        outlook.at(at, Outlook.Figure.ENTRIES),
        outlook.at(at, Outlook.Figure.ARRAY_BYTES),
        outlook.at(at, (n, of, variant) -> of.arrayBytes(n, variant) + perEntry * n),
        course(outlook),
        next(curve, outlook, now.best()),
        limit.isEmpty() ? null : limitSeconds(curve, outlook, now.best(), perEntry));
  }

  private List<SiteForecast.Point> course(Outlook outlook) {
    List<SiteForecast.Point> points = new ArrayList<>();
    for (int i = 0; i < times.size(); i++) {
      points.add(
          new SiteForecast.Point(
              times.get(i), false, outlook.atProfile(i, Outlook.Figure.ARRAY_BYTES)));
    }
    long newest = times.get(times.size() - 1);
    for (int i = 1; i <= POINTS && at > newest; i++) {
      long time = newest + (long) ((double) (at - newest) * i / POINTS);
      points.add(new SiteForecast.Point(time, true, outlook.at(time, Outlook.Figure.ARRAY_BYTES)));
    }
    return points;
  }

  /** Until this site alone, all else as it is, fills the room that is left below the limit. */
  private @Nullable Interval limitSeconds(
      CapacityCurve curve, Outlook outlook, double now, double perEntry) {
    double live = liveBytes.get(liveBytes.size() - 1);
    double room = limit.getAsLong() - live + curve.arrayBytes(now, 0) + perEntry * now;
    return outlook.until(last -> entriesAt(curve, perEntry, room, last));
  }

  private static Interval ordered(double low, double best, double high) {
    return new Interval(Math.min(low, best), best, Math.max(best, high));
  }

  /** Entries at which arrays and companions take up so many bytes; infinite beyond all reason. */
  private static double entriesAt(CapacityCurve curve, double perEntry, double bytes, double from) {
    double low = from;
    double high = Math.max(1, from);
    while (curve.arrayBytes(high, 0) + perEntry * high < bytes) {
      if (high >= MOST_ENTRIES) {
        return Double.POSITIVE_INFINITY;
      }
      low = high;
      high *= 2;
    }
    for (int i = 0; i < 40 && high - low > 1; i++) {
      double middle = (low + high) / 2;
      if (curve.arrayBytes(middle, 0) + perEntry * middle < bytes) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  private static SiteForecast.@Nullable NextGrowth next(
      CapacityCurve curve, Outlook outlook, double entries) {
    double threshold = curve.nextGrowth(entries);
    if (Double.isInfinite(threshold)) {
      return null;
    }
    Interval seconds = outlook.until(n -> threshold);
    return seconds == null
        ? null
        : new SiteForecast.NextGrowth(
            seconds, curve.grownBytes(threshold), curve.transientBytes(threshold));
  }
}

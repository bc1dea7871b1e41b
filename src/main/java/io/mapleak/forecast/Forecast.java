package io.mapleak.forecast;

import io.mapleak.site.MapSite;
import io.mapleak.unit.Interval;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Forecasts of all sites of a series.
 *
 * @param atNanos the time asked for
 * @param oldestNanos time of the oldest profile
 * @param newestNanos time of the newest profile; 0 when undated
 * @param limit memory limit, bytes, where one was given
 * @param heap growth of the live heap; null where the profiles do not tell
 * @param sites forecasts, largest site first
 * @param refused sites that can't be forecast
 */
public record Forecast(
    long atNanos,
    long oldestNanos,
    long newestNanos,
    OptionalLong limit,
    @Nullable HeapTrend heap,
    List<SiteForecast> sites,
    List<Refused> refused) {
  public Forecast {
    sites = List.copyOf(sites);
    refused = List.copyOf(refused);
  }

  /**
   * Seconds after the newest profile until the live heap alone is as large as the limit; null
   * without a limit, or without growth.
   */
  public @Nullable Interval limitSeconds() {
    return heap == null || limit.isEmpty() ? null : heap.secondsTo(limit.getAsLong());
  }

  /**
   * The same until garbage fills what live memory leaves: with GOGC=100 and no GOMEMLIMIT the heap
   * grows to twice what is live before it is collected (runtime/mgcpacer.go).
   */
  public @Nullable Interval limitSecondsWithGarbage() {
    return heap == null || limit.isEmpty() ? null : heap.secondsTo(limit.getAsLong() / 2.0);
  }

  /** Whether its profiles have times, without which the time asked for is none. */
  public boolean dated() {
    return newestNanos != 0;
  }

  /** A site without a forecast, and what is missing. */
  public record Refused(MapSite site, String reason) {}
}

package io.mapleak.forecast;

import io.mapleak.site.MapSite;
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

  /** When the process fills the limit; null without one, or where the profiles do not tell. */
  public @Nullable LimitForecast ofProcess() {
    return heap == null || limit.isEmpty() ? null : heap.limit(limit.getAsLong());
  }

  /** Whether its profiles have times, without which the time asked for is none. */
  public boolean dated() {
    return newestNanos != 0;
  }

  /** A site without a forecast, and what is missing. */
  public record Refused(MapSite site, String reason) {}
}

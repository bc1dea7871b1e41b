package io.mapleak.analysis;

import io.mapleak.forecast.Forecast;
import io.mapleak.forecast.Forecaster;
import io.mapleak.gomap.GoVersion;
import io.mapleak.rule.Evidence;
import io.mapleak.site.GoVersionReading;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Forecasts of a series of heap profiles. */
public final class SeriesForecast {
  private SeriesForecast() {}

  /**
   * Where the sites of a series are going.
   *
   * @param series one heap profile at least
   * @param atNanos the time asked for
   * @param limit memory limit of the process, bytes
   */
  public static Forecast of(
      Series series, AnalysisOptions options, long atNanos, OptionalLong limit) {
    SeriesEvidence read = SeriesEvidence.of(series, series.side(), options);
    Evidence evidence = read.evidence();
    Snapshot newest = series.newest().orElseThrow();
    return Forecaster.forecast(
        evidence.sites().stream().map(Evidence.JudgedGrowth::history).toList(),
        evidence.sites().stream().map(Evidence.JudgedGrowth::growth).toList(),
        evidence.times(),
        atNanos,
        newest.profile().header().period(),
        release(read.go()),
        limit,
        series.snapshots().stream()
            .map(snapshot -> SeriesEvidence.inuseBytes(snapshot.profile()))
            .toList());
  }

  private static GoVersion release(@Nullable GoVersionReading go) {
    return go == null ? GoVersion.NEWEST : go.high();
  }

  /** The time that lies as long after a series as the series lasts. */
  public static long twiceTheSpan(Series series) {
    List<Long> times = series.snapshots().stream().map(Snapshot::timeNanos).toList();
    long first = times.get(0);
    long last = times.get(times.size() - 1);
    return last + (last - first);
  }
}

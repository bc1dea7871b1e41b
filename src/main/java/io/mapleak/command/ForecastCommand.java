package io.mapleak.command;

import io.mapleak.analysis.AnalysisOptions;
import io.mapleak.analysis.Series;
import io.mapleak.analysis.SeriesForecast;
import io.mapleak.forecast.Forecast;
import io.mapleak.report.ForecastReport;
import io.mapleak.report.ForecastTable;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code mapleak forecast}: where the maps of a series are going. */
@Command(
    name = "forecast",
    description = "Carries the growth of maps on: entries, arrays, the next doubling, the limit.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class ForecastCommand implements Callable<Integer> {
  /** Formats of the forecast. */
  enum Format {
    TEXT,
    JSON,
    CSV,
    MARKDOWN
  }

  private final Surroundings surroundings;

  @Spec private @Nullable CommandSpec spec;

  @Mixin private AnalysisInputs inputs = new AnalysisInputs();

  @Option(
      names = "--at",
      paramLabel = "TIME",
      description = {
        "RFC 3339, or +DURATION after the newest profile, e.g. +6h",
        "(default: as long after the series as it lasts)."
      })
  private @Nullable String at;

  @Option(
      names = "--limit",
      paramLabel = "BYTES",
      converter = BytesConverter.class,
      description = "GOMEMLIMIT or the container's limit, e.g. 2GiB: when is it reached?")
  private @Nullable Long limit;

  @Option(names = "--format", description = "text, json, csv or markdown (default: text).")
  private Format format = Format.TEXT;

  /** A command for one run. */
  public ForecastCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (spec == null) {
      throw new IllegalStateException("not part of a command line");
    }
    if (limit != null && limit == 0) {
      throw new ParameterException(spec.commandLine(), "--limit is 1 byte or more");
    }
    Series series = inputs.series(surroundings);
    AnalysisOptions options = inputs.options();
    boolean failed = inputs.tellFailures(series);
    if (AnalysisInputs.isWithoutHeap(series, failed, spec.commandLine())) {
      return ExitCode.UNREADABLE;
    }
    Forecast forecast =
        SeriesForecast.of(
            series,
            options,
            at == null ? SeriesForecast.twiceTheSpan(series) : time(spec, series, at),
            limit == null ? OptionalLong.empty() : OptionalLong.of(limit));
    PrintWriter out = spec.commandLine().getOut();
    out.print(
        switch (format) {
          case TEXT -> ForecastReport.text(forecast, surroundings.style(inputs.color()));
          case JSON -> ForecastReport.json(forecast);
          case CSV -> ForecastTable.csv(forecast);
          case MARKDOWN -> ForecastTable.markdown(forecast);
        });
    out.flush();
    return failed ? ExitCode.UNREADABLE : ExitCode.OK;
  }

  /** The time asked for, nanoseconds; a usage error where nothing can be forecast for it. */
  private static long time(CommandSpec spec, Series series, String text) {
    long newest = series.newest().orElseThrow().timeNanos();
    long time;
    try {
      time = nanos(text, newest);
    } catch (DateTimeParseException | TypeConversionException e) {
      throw new ParameterException(
          spec.commandLine(), "--at: '" + text + "' is no time as 2026-11-21T12:00:00Z or +6h", e);
    } catch (ArithmeticException e) {
      throw new ParameterException(
          spec.commandLine(), "--at: '" + text + "' lies outside of the years 1678 to 2261", e);
    }
    if (time < newest) {
      throw new ParameterException(
          spec.commandLine(),
          "--at: '"
              + text
              + "' lies before the newest profile, of "
              + Instant.ofEpochSecond(0, newest));
    }
    return time;
  }

  private static long nanos(String text, long newest) {
    if (text.startsWith("+")) {
      Duration after = new DurationConverter().convert(text.substring(1));
      return Math.addExact(newest, after.toNanos());
    }
    Instant time = Instant.parse(text);
    return Math.addExact(Math.multiplyExact(time.getEpochSecond(), 1_000_000_000L), time.getNano());
  }
}

package io.mapleak.command;

import io.mapleak.analysis.AnalysisOptions;
import io.mapleak.analysis.AnalysisResult;
import io.mapleak.analysis.Analyzer;
import io.mapleak.analysis.Series;
import io.mapleak.analysis.SourceAnalysis;
import io.mapleak.gomap.GoVersion;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that say how the inputs of an analysis are to be read. */
final class ReadOptions {
  /** What a result depends on, where no source is given. */
  private record Request(
      Series series,
      @Nullable GoVersion go,
      @Nullable Long rss,
      @Nullable Long limit,
      boolean replays) {}

  @Option(
      names = "--go",
      paramLabel = "VERSION",
      converter = GoVersionConverter.class,
      description = "Go release of the process, e.g. 1.23 (default: read off the profile).")
  private @Nullable GoVersion go;

  @Option(
      names = "--rss",
      paramLabel = "BYTES",
      converter = BytesConverter.class,
      description = {
        "Resident size of the process, e.g. 1610612736, 1536MiB or 1.5GiB: how much of it are maps?",
        "Its /proc/PID/smaps or status as an INPUT tells more."
      })
  private @Nullable Long rss;

  @Option(
      names = "--limit",
      paramLabel = "BYTES",
      converter = BytesConverter.class,
      description = "GOMEMLIMIT or the container's limit, e.g. 2GiB: when is it reached?")
  private @Nullable Long limit;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      description = "Colours: auto, always or never (default: auto).")
  private Surroundings.Color color = Surroundings.Color.AUTO;

  @Mixin private SourceOption source = new SourceOption();

  @Mixin private LimitsOption limits = new LimitsOption();

  Surroundings.Color color() {
    return color;
  }

  AnalysisOptions options(CommandLine commandLine) {
    if (limit != null && limit == 0) {
      throw new ParameterException(commandLine, "--limit is 1 byte or more");
    }
    return new AnalysisOptions(
        go, optional(rss), source.lines(commandLine), false, optional(limit));
  }

  private static OptionalLong optional(@Nullable Long bytes) {
    return bytes == null ? OptionalLong.empty() : OptionalLong.of(bytes);
  }

  boolean hasSource() {
    return source.isGiven();
  }

  /** What the source shows without any profile. */
  AnalysisResult sourceAlone(CommandLine commandLine) {
    return SourceAnalysis.of(source.options(commandLine), source.tree(commandLine));
  }

  /** Reads inputs as one series; a usage error when one of them can't be an input yet. */
  Series series(List<String> inputs, Surroundings surroundings, CommandLine commandLine) {
    return new SeriesReading(surroundings, commandLine).of(inputs, limits.limits());
  }

  /**
   * Analyses inputs as one series; what a shell asks for again is not computed again.
   *
   * @param replays whether findings of growth are held against a replay
   */
  AnalysisResult analyze(
      List<String> inputs, boolean replays, Surroundings surroundings, CommandLine commandLine) {
    Series series = series(inputs, surroundings, commandLine);
    Request request = new Request(series, go, rss, limit, replays);
    if (!source.isGiven() && surroundings.memory().find(request) instanceof AnalysisResult kept) {
      return kept;
    }
    AnalysisResult result = Analyzer.analyze(series, options(commandLine).withReplays(replays));
    if (!source.isGiven()) { // source files may change at any time
      surroundings.memory().keep(request, result);
    }
    return result;
  }
}

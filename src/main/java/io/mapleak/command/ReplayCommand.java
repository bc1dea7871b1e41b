package io.mapleak.command;

import io.mapleak.analysis.Series;
import io.mapleak.analysis.SeriesReplay;
import io.mapleak.replay.Replay;
import io.mapleak.replay.WhatIf;
import io.mapleak.report.PlainText;
import io.mapleak.report.ReplayReport;
import io.mapleak.report.ReplayTable;
import io.mapleak.report.ReplayText;
import io.mapleak.site.MapSite;
import io.mapleak.unit.Figures;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code mapleak replay}: a suspect's workload, run again, and changed. */
@Command(
    name = "replay",
    description = {
      "Replays a map's workload, and tells what each change would save.",
      "The workload is derived from the profiles, and run on the model of their Go release."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class ReplayCommand implements Callable<Integer> {
  /** Formats of the result. */
  enum Format {
    TEXT,
    JSON,
    CSV,
    MARKDOWN
  }

  /** Longest time of a workload. */
  private static final Duration LONGEST = Duration.ofDays(36_500);

  /** Rebuilds of a variant, each of which copies the map: some seconds for a model. */
  private static final long MOST_REBUILDS = 1000;

  private final Surroundings surroundings;

  @Spec private @Nullable CommandSpec spec;

  @Mixin private AnalysisInputs inputs = new AnalysisInputs();

  @Option(
      names = "--site",
      paramLabel = "SITE",
      description = "Id, FUNC:LINE, FILE:LINE or function (default: the first suspect).")
  private @Nullable String site;

  @Option(
      names = "--save",
      paramLabel = "FILE",
      description = "Write the workload to a file, to be edited and run by simulate.")
  private @Nullable Path save;

  @Option(
      names = "--ttl",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "Lifetime in what-if variants, e.g. 15m (default: a tenth of the time).")
  private @Nullable Duration ttl;

  @Option(
      names = "--bound",
      paramLabel = "N",
      description = "Entries of the bounded variant (default: a tenth of the most).")
  private @Nullable Long bound;

  @Option(names = "--format", description = "text, json, csv or markdown (default: text).")
  private Format format = Format.TEXT;

  /** A command for one run. */
  public ReplayCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (bound != null && bound < 1) {
      throw usage("--bound is 1 or more");
    }
    Series series = inputs.series(surroundings);
    boolean failed = inputs.tellFailures(series);
    if (AnalysisInputs.isWithoutHeap(series, failed, commandSpec().commandLine())) {
      return ExitCode.UNREADABLE;
    }
    Replay replay = replay(SeriesReplay.of(series, inputs.options()));
    if (save != null && !saved(replay, save)) {
      return ExitCode.UNREADABLE;
    }
    PrintWriter out = commandSpec().commandLine().getOut();
    out.print(
        switch (format) {
          case TEXT -> ReplayText.of(replay, surroundings.style(inputs.color()));
          case JSON -> ReplayReport.json(replay);
          case CSV -> ReplayTable.csv(replay);
          case MARKDOWN -> ReplayReport.markdown(replay);
        });
    out.flush();
    return failed ? ExitCode.UNREADABLE : ExitCode.OK;
  }

  private Replay replay(SeriesReplay series) {
    String name = site;
    if (name == null) {
      return changed(
          series.workload(
              series.suspect().orElseThrow(() -> usage("no map site in these profiles"))));
    }
    SeriesReplay read = series.named(name).isEmpty() ? series.naming(name) : series;
    List<MapSite> found = read.named(name);
    if (found.size() != 1) {
      throw usage("--site " + PlainText.of(name) + ": " + names(found, read.sites()));
    }
    return changed(read.workload(found.get(0)));
  }

  private Replay changed(Replay replay) {
    long least = replay.derived().workload().nanos() / MOST_REBUILDS + 1;
    if (ttl != null && (ttl.compareTo(Duration.ofNanos(least)) < 0 || ttl.compareTo(LONGEST) > 0)) {
      throw usage(
          "--ttl is "
              + PlainText.of(Figures.duration(least / 1e9))
              + " or more, a thousandth of the workload, and at most 100 years");
    }
    return SeriesReplay.changed(
        replay, new WhatIf.Sizes(ttl == null ? 0 : ttl.toNanos(), bound == null ? 0 : bound));
  }

  private static String names(List<MapSite> found, List<MapSite> all) {
    List<MapSite> listed = found.isEmpty() ? all : found;
    return (found.isEmpty() ? "no map there; the sites are" : "fits several sites:")
        + listed.stream()
            .map(s -> s.id() + "  " + s.at().function() + ":" + s.at().line())
            .map(line -> "\n  " + PlainText.of(line))
            .collect(Collectors.joining());
  }

  private boolean saved(Replay replay, Path file) {
    try {
      Files.writeString(file, ReplayReport.workload(replay));
      return true;
    } catch (IOException e) {
      PrintWriter err = commandSpec().commandLine().getErr();
      err.print("mapleak: " + PlainText.of(file + ": can't be written: " + reason(e)) + "\n");
      err.flush();
      return false;
    }
  }

  private static String reason(IOException fault) {
    if (fault instanceof NoSuchFileException) {
      return "there is no such folder";
    }
    boolean told = fault instanceof FileSystemException system && system.getReason() != null;
    return String.valueOf(told ? ((FileSystemException) fault).getReason() : fault.getMessage());
  }

  private CommandSpec commandSpec() {
    if (spec == null) {
      throw new IllegalStateException("not part of a command line");
    }
    return spec;
  }

  private ParameterException usage(String message) {
    return new ParameterException(commandSpec().commandLine(), message);
  }
}

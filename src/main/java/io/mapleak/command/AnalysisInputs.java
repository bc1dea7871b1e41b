package io.mapleak.command;

import io.mapleak.analysis.AnalysisOptions;
import io.mapleak.analysis.AnalysisResult;
import io.mapleak.analysis.Analyzer;
import io.mapleak.analysis.InputReport;
import io.mapleak.analysis.Series;
import io.mapleak.gomap.GoVersion;
import io.mapleak.report.PlainText;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Inputs of the commands that analyse a series, and the options that say how to read them. */
final class AnalysisInputs {
  /** What the result depends on, where no source is given. */
  private record Request(Series series, @Nullable GoVersion go, @Nullable Long rss) {}

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "INPUT",
      description = {
        "Heap profiles of one process, as files or directories, or - for the standard input; beside",
        "them goroutine profiles, logs with gctrace lines or a crash, execution traces, the output",
        "of go build -gcflags=-m, goref's grf.out, /proc/PID/smaps or status.",
        "Several are a series in time order; what a file is, is told by its content."
      })
  private List<String> inputs = new ArrayList<>();

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
      names = "--color",
      paramLabel = "WHEN",
      description = "Colours: auto, always or never (default: auto).")
  private Surroundings.Color color = Surroundings.Color.AUTO;

  @Mixin private SourceOption source = new SourceOption();

  @Mixin private LimitsOption limits = new LimitsOption();

  Surroundings.Color color() {
    return color;
  }

  /** Reads and analyses the inputs; a usage error when one of them can't be an input yet. */
  AnalysisResult analyze(Surroundings surroundings) {
    Series series = series(surroundings);
    Request request = new Request(series, go, rss);
    if (!source.isGiven() && surroundings.memory().find(request) instanceof AnalysisResult kept) {
      return kept;
    }
    AnalysisResult result = Analyzer.analyze(series, options());
    if (!source.isGiven()) { // source files may change at any time
      surroundings.memory().keep(request, result);
    }
    return result;
  }

  /** Reads the inputs; a usage error when one of them can't be an input yet. */
  Series series(Surroundings surroundings) {
    return new SeriesReading(surroundings, commandLine()).of(inputs, limits.limits());
  }

  AnalysisOptions options() {
    OptionalLong resident = rss == null ? OptionalLong.empty() : OptionalLong.of(rss);
    return new AnalysisOptions(go, resident, source.lines(commandLine()));
  }

  /** Whether an input could not be read. */
  static boolean anyFailed(AnalysisResult result) {
    return result.inputs().stream().anyMatch(i -> i.status() == InputReport.Status.FAILED);
  }

  /** Whether there is nothing to report but why no input could be read. */
  static boolean nothingRead(AnalysisResult result) {
    return result.go() == null && anyFailed(result);
  }

  /** Tells on the standard error which inputs could not be read. */
  void tellFailures(AnalysisResult result) {
    tellFailures(result.inputs(), commandLine().getErr());
  }

  /** The same before an analysis; whether there are any. */
  boolean tellFailures(Series series) {
    return tellFailures(series, commandLine().getErr());
  }

  /** The same for commands with inputs of their own. */
  static boolean tellFailures(Series series, PrintWriter err) {
    return tellFailures(series.inputs(), err);
  }

  private static boolean tellFailures(List<InputReport> reports, PrintWriter err) {
    boolean any = false;
    for (InputReport input : reports) {
      if (input.status() == InputReport.Status.FAILED) {
        any = true;
        err.print("mapleak: " + PlainText.of(input.path() + ": " + input.message()) + "\n");
      }
    }
    err.flush();
    return any;
  }

  private CommandLine commandLine() {
    if (spec == null) {
      throw new IllegalStateException("not part of a command");
    }
    return spec.commandLine();
  }
}

package io.mapleak.command;

import io.mapleak.analysis.AnalysisOptions;
import io.mapleak.analysis.AnalysisResult;
import io.mapleak.analysis.InputReport;
import io.mapleak.analysis.Series;
import io.mapleak.report.PlainText;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Inputs of the commands that analyse a series, and the options that say how to read them. */
final class AnalysisInputs {
  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "INPUT",
      description = {
        "Heap profiles of one process, as files or directories, or - for the standard input; beside",
        "them goroutine profiles, logs with gctrace lines or a crash, execution traces, the output",
        "of go build -gcflags=-m, goref's grf.out, /proc/PID/smaps or status.",
        "Several are a series in time order; what a file is, is told by its content."
      })
  private List<String> inputs = new ArrayList<>();

  @Mixin private ReadOptions options = new ReadOptions();

  Surroundings.Color color() {
    return options.color();
  }

  /**
   * Reads and analyses the inputs, or the source alone where there are none; a usage error when one
   * of them can't be an input yet.
   */
  AnalysisResult analyze(Surroundings surroundings) {
    return analyze(surroundings, false);
  }

  /** The same, with findings of growth held against a replay or not. */
  AnalysisResult analyze(Surroundings surroundings, boolean replays) {
    if (inputs.isEmpty() && options.hasSource()) {
      return options.sourceAlone(commandLine());
    }
    return options.analyze(given(), replays, surroundings, commandLine());
  }

  /** Reads the inputs; a usage error when one of them can't be an input yet. */
  Series series(Surroundings surroundings) {
    return options.series(given(), surroundings, commandLine());
  }

  private List<String> given() {
    if (inputs.isEmpty()) {
      throw new ParameterException(commandLine(), "Missing required parameter: 'INPUT'");
    }
    return inputs;
  }

  AnalysisOptions options() {
    return options.options(commandLine());
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
    tellReports(result.inputs(), commandLine());
  }

  /** The same before an analysis; whether there are any. */
  boolean tellFailures(Series series) {
    return tellReports(series.inputs(), commandLine());
  }

  /** The same of several series; whether there are any. */
  static boolean tellFailures(List<Series> series, CommandLine commandLine) {
    boolean any = false;
    for (Series one : series) {
      any |= tellReports(one.inputs(), commandLine);
    }
    return any;
  }

  /**
   * Whether there is nothing to work on because of inputs that could not be read; a usage error
   * where all could be, and none is a heap profile.
   *
   * @param failed whether some could not be read, which was told
   */
  static boolean isWithoutHeap(Series series, boolean failed, CommandLine commandLine) {
    if (series.snapshots().isEmpty() && !failed) {
      throw new ParameterException(commandLine, "no heap profile among the inputs");
    }
    return series.snapshots().isEmpty();
  }

  private static boolean tellReports(List<InputReport> reports, CommandLine commandLine) {
    boolean any = false;
    PrintWriter err = commandLine.getErr();
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

package io.mapleak.command;

import io.mapleak.analysis.AnalysisResult;
import io.mapleak.analysis.Verdict;
import io.mapleak.report.JsonReport;
import io.mapleak.report.TextReport;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mapleak analyze}: the main job. */
@Command(
    name = "analyze",
    description = "Finds leaking maps in heap profiles of a Go process.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:nothing at or above --fail-on",
      "1:findings at or above --fail-on",
      "2:wrong usage",
      "3:an input could not be read",
      "4:inconclusive, under --strict",
      "70:internal error"
    })
public final class AnalyzeCommand implements Callable<Integer> {
  /** Formats of the report that exist so far. */
  enum Format {
    TEXT,
    JSON
  }

  private final Surroundings surroundings;
  private final String version;

  @Spec private @Nullable CommandSpec spec;

  @Mixin private AnalysisInputs inputs = new AnalysisInputs();

  @Option(names = "--format", description = "text or json (default: text).")
  private Format format = Format.TEXT;

  @Mixin private FailOnOption failOn = new FailOnOption();

  @Option(names = "--strict", description = "Exit 4 when the profiles can't tell.")
  private boolean strict;

  @Option(
      names = "--replay",
      description = {
        "Run the workload of each growing map again, on the model of its Go release:",
        "a fit makes its finding more certain, a poor one less. Takes a second or two."
      })
  private boolean replay;

  /**
   * A command for one run.
   *
   * @param version of this tool, for the report
   */
  public AnalyzeCommand(Surroundings surroundings, String version) {
    this.surroundings = surroundings;
    this.version = version;
  }

  @Override
  public Integer call() {
    AnalysisResult result = inputs.analyze(surroundings, replay);
    if (spec == null) {
      throw new IllegalStateException("not part of a command line");
    }
    PrintWriter out = spec.commandLine().getOut();
    switch (format) {
      case TEXT -> {
        if (AnalysisInputs.nothingRead(result)) {
          inputs.tellFailures(result);
        } else {
          out.print(TextReport.of(result, surroundings.style(inputs.color())));
        }
      }
      case JSON -> {
        out.print(JsonReport.of(result, version));
        inputs.tellFailures(result);
      }
    }
    out.flush();
    return exitCode(result);
  }

  private int exitCode(AnalysisResult result) {
    if (AnalysisInputs.anyFailed(result)) {
      return ExitCode.UNREADABLE;
    }
    if (failOn.isReached(result)) {
      return ExitCode.FINDINGS;
    }
    return strict && result.verdict() == Verdict.INCONCLUSIVE ? ExitCode.INCONCLUSIVE : ExitCode.OK;
  }
}

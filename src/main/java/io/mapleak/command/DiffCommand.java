package io.mapleak.command;

import io.mapleak.analysis.Comparer;
import io.mapleak.analysis.Comparison;
import io.mapleak.analysis.InputReport;
import io.mapleak.analysis.Series;
import io.mapleak.report.ComparisonReport;
import io.mapleak.report.PlainText;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mapleak diff BASE NEW}: what became of each map site, and how sure that is. */
@Command(
    name = "diff",
    description = {
      "Compares two heap profiles, map site by map site.",
      "Tells what sampling alone may have made; findings are those that the base does not have."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:nothing new at or above --fail-on",
      "1:new findings at or above --fail-on",
      "2:wrong usage",
      "3:an input could not be read",
      "70:internal error"
    })
public final class DiffCommand implements Callable<Integer> {
  /** Formats of the report. */
  enum Format {
    TEXT,
    JSON
  }

  private final Surroundings surroundings;
  private final String version;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "BASE",
      description = "A heap profile, or a directory: its newest.")
  private String base = "";

  @Parameters(index = "1", paramLabel = "NEW", description = "What is compared with it, likewise.")
  private String newer = "";

  @Mixin private ReadOptions options = new ReadOptions();

  @Option(names = "--format", description = "text or json (default: text).")
  private Format format = Format.TEXT;

  @Mixin private FailOnOption failOn = new FailOnOption();

  /**
   * A command for one run.
   *
   * @param version of this tool, for the report
   */
  public DiffCommand(Surroundings surroundings, String version) {
    this.surroundings = surroundings;
    this.version = version;
  }

  @Override
  public Integer call() {
    if (spec == null) {
      throw new IllegalStateException("not part of a command line");
    }
    Series before = series(base, spec);
    Series after = series(newer, spec);
    boolean failed = AnalysisInputs.tellFailures(List.of(before, after), spec.commandLine());
    if (failed && (before.newest().isEmpty() || after.newest().isEmpty())) {
      return ExitCode.UNREADABLE;
    }
    requireHeap(before, base, spec);
    requireHeap(after, newer, spec);
    Comparison comparison = Comparer.compare(before, after, options.options(spec.commandLine()));
    PrintWriter out = spec.commandLine().getOut();
    out.print(
        switch (format) {
          case TEXT ->
              ComparisonReport.text(comparison, base, newer, surroundings.style(options.color()));
          case JSON -> ComparisonReport.json(comparison, version);
        });
    out.flush();
    if (failed) {
      return ExitCode.UNREADABLE;
    }
    return failOn.isReached(comparison.analysis()) ? ExitCode.FINDINGS : ExitCode.OK;
  }

  private Series series(String input, CommandSpec command) {
    return options.series(List.of(input), surroundings, command.commandLine());
  }

  private static void requireHeap(Series series, String input, CommandSpec command) {
    if (series.newest().isEmpty()) {
      List<String> kinds =
          series.inputs().stream().map(InputReport::kind).distinct().sorted().toList();
      throw new ParameterException(
          command.commandLine(),
          "no heap profile in "
              + PlainText.of(input)
              + (kinds.isEmpty() ? "" : ", only " + String.join(", ", kinds)));
    }
  }
}

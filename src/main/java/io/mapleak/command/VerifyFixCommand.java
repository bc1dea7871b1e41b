package io.mapleak.command;

import io.mapleak.analysis.Series;
import io.mapleak.analysis.SeriesFix;
import io.mapleak.fix.FixResult;
import io.mapleak.fix.FixVerdict;
import io.mapleak.report.FixReport;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mapleak verify-fix}: did a change end the growth? */
@Command(
    name = "verify-fix",
    description = {
      "Tells from growth rates before and after a change whether it is fixed.",
      "Fixed is exit 0, not fixed 1, can't tell 4, with what would tell."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class VerifyFixCommand implements Callable<Integer> {
  /** Formats of the result. */
  enum Format {
    TEXT,
    JSON
  }

  private final Surroundings surroundings;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(index = "0", paramLabel = "BEFORE", description = "Profiles from before the change.")
  private String before = "";

  @Parameters(index = "1", paramLabel = "AFTER", description = "Profiles from after it.")
  private String after = "";

  @Mixin private ReadOptions options = new ReadOptions();

  @Option(names = "--format", description = "text or json (default: text).")
  private Format format = Format.TEXT;

  /** A command for one run. */
  public VerifyFixCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    CommandLine commandLine = commandSpec().commandLine();
    Series then = options.series(List.of(before), surroundings, commandLine);
    Series now = options.series(List.of(after), surroundings, commandLine);
    boolean failed = AnalysisInputs.tellFailures(List.of(then, now), commandLine);
    if (then.snapshots().isEmpty() || now.snapshots().isEmpty()) {
      if (!failed) {
        throw usage("no heap profile in " + (then.snapshots().isEmpty() ? before : after));
      }
      return ExitCode.UNREADABLE;
    }
    FixResult result = SeriesFix.compare(then, now, options.options(commandLine));
    PrintWriter out = commandLine.getOut();
    out.print(format == Format.JSON ? FixReport.json(result) : FixReport.text(result));
    out.flush();
    return failed ? ExitCode.UNREADABLE : exit(result.verdict());
  }

  private static int exit(FixVerdict verdict) {
    return switch (verdict) {
      case FIXED -> ExitCode.OK;
      case NOT_FIXED -> ExitCode.FINDINGS;
      case CANNOT_TELL -> ExitCode.INCONCLUSIVE;
    };
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

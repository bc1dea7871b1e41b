package io.mapleak.command;

import io.mapleak.analysis.Series;
import io.mapleak.analysis.Snapshot;
import io.mapleak.report.LadderText;
import io.mapleak.view.CodeSpot;
import io.mapleak.view.Ladder;
import io.mapleak.view.UnknownSampleTypeException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mapleak ladder}: the block sizes of a line. */
@Command(
    name = "ladder",
    description = {
      "Shows the block sizes that a line of code allocates, in use and ever.",
      "Arrays of a classic map double, tables of a Swiss map are of one size, a slice grows by a quarter."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class LadderCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "FUNC:LINE",
      description =
          "A line: FUNC:LINE or FILE:LINE; without :LINE all lines. Ends of names will do.")
  private String place = "";

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "INPUT",
      description = "Heap profiles or directories of one process; the newest is shown.")
  private List<String> inputs = new ArrayList<>();

  @Mixin private TableFormat format = new TableFormat();

  @Mixin private LimitsOption limits = new LimitsOption();

  /** A command for one run. */
  public LadderCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (spec == null) {
      throw new IllegalStateException("not part of a command line");
    }
    CommandLine commandLine = spec.commandLine();
    Series series = new SeriesReading(surroundings, commandLine).of(inputs, limits.limits());
    boolean failed = AnalysisInputs.tellFailures(List.of(series), commandLine);
    if (AnalysisInputs.isWithoutHeap(series, failed, commandLine)) {
      return ExitCode.UNREADABLE;
    }
    Snapshot newest = series.newest().orElseThrow();
    PrintWriter out = commandLine.getOut();
    List<Ladder> ladders = ladders(commandLine, newest);
    out.print(
        format.isText()
            ? LadderText.of(ladders, surroundings.style(Surroundings.Color.AUTO))
            : format.of(Ladder.table(ladders)));
    out.flush();
    return failed ? ExitCode.UNREADABLE : ExitCode.OK;
  }

  private List<Ladder> ladders(CommandLine commandLine, Snapshot newest) {
    List<Ladder> ladders;
    try {
      ladders = Ladder.of(newest.profile(), CodeSpot.parse(place));
    } catch (UnknownSampleTypeException e) {
      throw new ParameterException(commandLine, newest.path() + ": " + e.getMessage(), e);
    }
    if (ladders.isEmpty()) {
      throw new ParameterException(
          commandLine,
          newest.path()
              + ": no sample passes "
              + place
              + ": name a function or file, as in top -lines");
    }
    return ladders;
  }
}

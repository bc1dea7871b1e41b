package io.mapleak.command;

import com.google.re2j.Pattern;
import io.mapleak.analysis.Series;
import io.mapleak.analysis.Snapshot;
import io.mapleak.profile.Profile;
import io.mapleak.report.SurvivalText;
import io.mapleak.view.Survival;
import io.mapleak.view.UnknownSampleTypeException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
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

/** {@code mapleak survival}: what is in use beside what was ever allocated. */
@Command(
    name = "survival",
    description = {
      "Shows by line of code which part of what was allocated survives.",
      "And how old its objects are on average: what survives whole and grows old is kept."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class SurvivalCommand implements Callable<Integer> {
  /** Rows that fit a screen. */
  private static final int USUAL_ROWS = 20;

  private final Surroundings surroundings;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "INPUT",
      description = "Heap profiles or directories of one process; the newest is shown.")
  private List<String> inputs = new ArrayList<>();

  @Option(
      names = {"-focus", "--focus"},
      paramLabel = "REGEX",
      converter = PatternConverter.class,
      description = "Only lines whose function or file matches.")
  private @Nullable Pattern focus;

  @Option(
      names = {"-nodecount", "--nodecount"},
      paramLabel = "N",
      description = "Most lines as text (default: 20; 0: all). Other formats have all.")
  private int rows = USUAL_ROWS;

  @Option(
      names = "--uptime",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = {
        "How long the process had been running, e.g. 3h: tells the age of objects from one profile.",
        "Two profiles or more tell it from what was allocated between them."
      })
  private @Nullable Duration uptime;

  @Mixin private TableFormat format = new TableFormat();

  @Mixin private LimitsOption limits = new LimitsOption();

  /** A command for one run. */
  public SurvivalCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    CommandLine commandLine = commandLine();
    Series series = new SeriesReading(surroundings, commandLine).of(inputs, limits.limits());
    boolean failed = AnalysisInputs.tellFailures(List.of(series), commandLine);
    if (AnalysisInputs.isWithoutHeap(series, failed, commandLine)) {
      return ExitCode.UNREADABLE;
    }
    Snapshot newest = series.newest().orElseThrow();
    Survival survival = survival(series, newest);
    PrintWriter out = commandLine.getOut();
    out.print(
        format.isText()
            ? SurvivalText.of(survival, rows, surroundings.style(Surroundings.Color.AUTO))
            : format.of(survival.table()));
    out.flush();
    return failed ? ExitCode.UNREADABLE : ExitCode.OK;
  }

  private Survival survival(Series series, Snapshot newest) {
    Snapshot oldest = series.snapshots().get(0);
    boolean dated = oldest.timeNanos() > 0 && newest.timeNanos() > oldest.timeNanos();
    Profile before = uptime == null && dated ? oldest.profile() : null;
    double seconds = (newest.timeNanos() - oldest.timeNanos()) / 1e9;
    try {
      return Survival.of(
          newest.profile(),
          before,
          uptime != null ? uptime.toNanos() / 1e9 : before == null ? Double.NaN : seconds,
          focus);
    } catch (UnknownSampleTypeException e) {
      throw new ParameterException(commandLine(), newest.path() + ": " + e.getMessage(), e);
    }
  }

  private CommandLine commandLine() {
    if (spec == null) {
      throw new IllegalStateException("not part of a command line");
    }
    return spec.commandLine();
  }
}

package io.mapleak.command;

import io.mapleak.profile.Profile;
import io.mapleak.unit.Measurement;
import io.mapleak.view.Granularity;
import io.mapleak.view.TopOptions;
import io.mapleak.view.TopTable;
import io.mapleak.view.TopText;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code mapleak top}: the flat/cum table. */
@Command(
    name = "top",
    description = "Shows what allocates most, by function, as pprof's top does.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class TopCommand extends ViewCommand {
  @Option(
      names = {"-cum", "--cum"},
      description = "Sort by cum: what a function and all it calls allocate.")
  private boolean cum;

  @Option(
      names = {"-flat", "--flat"},
      description = "Sort by flat: what a function allocates itself (the default).")
  private boolean flat;

  @Option(
      names = {"-nodecount", "--nodecount"},
      paramLabel = "N",
      description = "Most rows (default: all).")
  private int nodeCount = -1;

  @Option(
      names = {"-nodefraction", "--nodefraction"},
      paramLabel = "F",
      description = "Hide rows with less cum than this part of the total (default: 0.005).")
  private double nodeFraction = TopOptions.DEFAULT_NODE_FRACTION;

  @Option(
      names = {"-edgefraction", "--edgefraction"},
      paramLabel = "F",
      description = "Calls of less than this part don't count for (inline) (default: 0.001).")
  private double edgeFraction = TopOptions.DEFAULT_EDGE_FRACTION;

  @Option(
      names = {"-trim", "--trim"},
      arity = "0..1",
      fallbackValue = "true",
      paramLabel = "BOOL",
      description = "Honour the three options above (default: true).")
  private boolean trim = true;

  @Option(
      names = {"-unit", "--unit"},
      paramLabel = "UNIT",
      description = "Unit of all values, e.g. MB; auto: each by itself (default: minimum).")
  private String unit = Measurement.MINIMUM;

  @Option(
      names = {"-compact_labels", "--compact_labels", "--compact-labels"},
      description = "Leave out file, type and time of the profile.")
  private boolean compactLabels;

  /** A command for one run. */
  public TopCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void show(Profile profile, int type, ViewWriter out) throws IOException {
    TopTable table = TopTable.of(profile, options(type));
    out.write(TopText.of(profile, table, compactLabels, LocalZone.of(surroundings())));
  }

  private TopOptions options(int type) {
    if (cum && flat) {
      throw new ParameterException(commandLine(), "-cum and -flat exclude each other: give one");
    }
    TopOptions options =
        new TopOptions(
            type, Granularity.FUNCTIONS, cum, nodeCount, nodeFraction, edgeFraction, unit);
    return trim ? options : options.untrimmed();
  }
}

package io.mapleak.command;

import io.mapleak.unit.Measurement;
import io.mapleak.view.Granularity;
import io.mapleak.view.ReportOptions;
import io.mapleak.view.SourcePaths;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say how a report is made, as google/pprof spells them. */
final class ReportFlags {
  /** What rows are sorted by. */
  private enum Order {
    FLAT,
    CUM
  }

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  @Option(
      names = {"-cum", "--cum"},
      paramLabel = "BOOL",
      arity = "0..1",
      fallbackValue = "true",
      description = "Sort by cum: what a function and all it calls allocate.")
  private boolean cum;

  @Option(
      names = {"-flat", "--flat"},
      paramLabel = "BOOL",
      arity = "0..1",
      fallbackValue = "true",
      description = "Sort by flat: what a function allocates itself (the default).")
  private boolean flat;

  @Option(
      names = {"-sort", "--sort"},
      paramLabel = "ORDER",
      description = "Same as -flat or -cum.")
  private @Nullable Order sort;

  @Option(
      names = {"-functions", "--functions"},
      paramLabel = "BOOL",
      arity = "0..1",
      fallbackValue = "true",
      description = "One row for a function (the default).")
  private boolean functions;

  @Option(
      names = {"-filefunctions", "--filefunctions"},
      paramLabel = "BOOL",
      arity = "0..1",
      fallbackValue = "true",
      description = "One row for a function of a source file.")
  private boolean filefunctions;

  @Option(
      names = {"-files", "--files"},
      paramLabel = "BOOL",
      arity = "0..1",
      fallbackValue = "true",
      description = "One row for a source file.")
  private boolean files;

  @Option(
      names = {"-lines", "--lines"},
      paramLabel = "BOOL",
      arity = "0..1",
      fallbackValue = "true",
      description = "One row for a source line.")
  private boolean lines;

  @Option(
      names = {"-addresses", "--addresses"},
      paramLabel = "BOOL",
      arity = "0..1",
      fallbackValue = "true",
      description = "One row for an instruction.")
  private boolean addresses;

  @Option(
      names = {"-granularity", "--granularity"},
      paramLabel = "WHAT",
      description = "Same as -functions, -filefunctions, -files, -lines or -addresses.")
  private @Nullable Granularity granularity;

  @Option(
      names = {"-noinlines", "--noinlines"},
      paramLabel = "BOOL",
      arity = "0..1",
      fallbackValue = "true",
      description = "Inlined calls count as their callers.")
  private boolean noInlines;

  @Option(
      names = {"-showcolumns", "--showcolumns"},
      paramLabel = "BOOL",
      arity = "0..1",
      fallbackValue = "true",
      description = "Tell source columns apart by line.")
  private boolean columns;

  @Option(
      names = {"-nodecount", "--nodecount"},
      paramLabel = "N",
      description = "Most rows (default: all of top, 80 of tree and dot).")
  private int nodeCount = -1;

  @Option(
      names = {"-nodefraction", "--nodefraction"},
      paramLabel = "F",
      description = "Hide rows with less cum than this part of the total (default: 0.005).")
  private double nodeFraction = ReportOptions.DEFAULT_NODE_FRACTION;

  @Option(
      names = {"-edgefraction", "--edgefraction"},
      paramLabel = "F",
      description = "Disregard calls of less than this part of the total (default: 0.001).")
  private double edgeFraction = ReportOptions.DEFAULT_EDGE_FRACTION;

  @Option(
      names = {"-trim", "--trim"},
      paramLabel = "BOOL",
      arity = "0..1",
      fallbackValue = "true",
      description = "Honour the three options above (default: true).")
  private boolean trim = true;

  @Option(
      names = {"-drop_negative", "--drop_negative", "--drop-negative"},
      paramLabel = "BOOL",
      arity = "0..1",
      fallbackValue = "true",
      description = "Leave out what shrank in a difference.")
  private boolean dropNegative;

  @Option(
      names = {"-unit", "--unit"},
      paramLabel = "UNIT",
      description = "Unit of all values, e.g. MB; auto: each by itself (default: minimum).")
  private String unit = Measurement.MINIMUM;

  @Option(
      names = {"-divide_by", "--divide_by", "--divide-by"},
      paramLabel = "X",
      description = "Divide all values that are shown by it.")
  private double divideBy = 1;

  @Option(
      names = {"-trim_path", "--trim_path", "--trim-path"},
      paramLabel = "PATHS",
      description = "Cut these folders off source paths.")
  private String trimPath = "";

  @Option(
      names = {"-source_path", "--source_path", "--source-path"},
      paramLabel = "PATHS",
      description = "Look for sources in these folders and all above them.")
  private String sourcePath = "";

  @Option(
      names = {"-compact_labels", "--compact_labels", "--compact-labels"},
      paramLabel = "BOOL",
      arity = "0..1",
      fallbackValue = "true",
      description = "Leave out file, type and time of the profile.")
  private boolean compactLabels;

  /**
   * What was asked for.
   *
   * @param usual most rows where no number is given; 0: all
   */
  ReportOptions options(int usual) {
    if (divideBy == 0) {
      throw wrong("-divide_by=0: nothing can be divided by 0");
    }
    ReportOptions options =
        new ReportOptions(
            granularity(),
            noInlines,
            columns,
            byCum(),
            dropNegative,
            nodeCount == -1 ? usual : nodeCount,
            nodeFraction,
            edgeFraction,
            unit,
            divideBy,
            new SourcePaths(trimPath, sourcePath, true),
            compactLabels);
    return trim ? options : options.untrimmed();
  }

  private boolean byCum() {
    boolean byCum = cum || sort == Order.CUM;
    if (byCum && (flat || sort == Order.FLAT)) {
      throw wrong("-cum and -flat exclude each other: give one");
    }
    return byCum;
  }

  private Granularity granularity() {
    Granularity chosen = granularity;
    chosen = choose(chosen, functions, Granularity.FUNCTIONS);
    chosen = choose(chosen, filefunctions, Granularity.FILEFUNCTIONS);
    chosen = choose(chosen, files, Granularity.FILES);
    chosen = choose(chosen, lines, Granularity.LINES);
    chosen = choose(chosen, addresses, Granularity.ADDRESSES);
    return chosen == null ? Granularity.FUNCTIONS : chosen;
  }

  private @Nullable Granularity choose(
      @Nullable Granularity chosen, boolean given, Granularity flag) {
    if (given && chosen != null && chosen != flag) {
      throw wrong(word(chosen) + " and " + word(flag) + " exclude each other: give one");
    }
    return given ? flag : chosen;
  }

  private static String word(Granularity granularity) {
    return "-" + granularity.name().toLowerCase(Locale.ROOT);
  }

  private ParameterException wrong(String message) {
    if (spec == null) {
      throw new IllegalStateException(message);
    }
    return new ParameterException(spec.commandLine(), message);
  }
}

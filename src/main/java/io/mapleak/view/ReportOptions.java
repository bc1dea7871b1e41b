package io.mapleak.view;

import io.mapleak.unit.Measurement;

/**
 * How a report is made, by google/pprof's options of the same names.
 *
 * @param granularity what is one row
 * @param noInlines whether inlined calls count as their callers
 * @param columns whether source columns are told apart by line
 * @param byCum whether rows are sorted by cum rather than by flat
 * @param dropNegative whether rows are left out that shrank in a difference
 * @param nodeCount most rows; 0 or less: all
 * @param nodeFraction rows with less cum than this part of the total are dropped
 * @param edgeFraction calls of less than this part of the total are dropped
 * @param unit unit of all values; {@link Measurement#MINIMUM}: the one that suits the smallest
 * @param divideBy all values are divided by it before they are shown
 * @param paths what is cut off source paths
 * @param compactLabels whether to leave out what the profile says of itself
 */
public record ReportOptions(
    Granularity granularity,
    boolean noInlines,
    boolean columns,
    boolean byCum,
    boolean dropNegative,
    int nodeCount,
    double nodeFraction,
    double edgeFraction,
    String unit,
    double divideBy,
    SourcePaths paths,
    boolean compactLabels) {
  /** Rows below 0.5 % are noise in most profiles; google/pprof's default. */
  public static final double DEFAULT_NODE_FRACTION = 0.005;

  /** Google/pprof's default. */
  public static final double DEFAULT_EDGE_FRACTION = 0.001;

  /** The defaults of google/pprof's {@code top} on the command line: all rows of 0.5 % and more. */
  public static final ReportOptions DEFAULT =
      new ReportOptions(
          Granularity.FUNCTIONS,
          false,
          false,
          false,
          false,
          0,
          DEFAULT_NODE_FRACTION,
          DEFAULT_EDGE_FRACTION,
          Measurement.MINIMUM,
          1,
          SourcePaths.NONE,
          false);

  /** The same with nothing cut. */
  public ReportOptions untrimmed() {
    return with(granularity, 0, 0, 0, paths);
  }

  /** The same by other rows. */
  public ReportOptions by(Granularity other) {
    return with(other, nodeCount, nodeFraction, edgeFraction, paths);
  }

  /** The same with source paths as they are. */
  ReportOptions uncut() {
    return with(granularity, nodeCount, nodeFraction, edgeFraction, SourcePaths.UNCUT);
  }

  private ReportOptions with(
      Granularity newGranularity,
      int newCount,
      double newNodeFraction,
      double newEdgeFraction,
      SourcePaths newPaths) {
    return new ReportOptions(
        newGranularity,
        noInlines,
        columns,
        byCum,
        dropNegative,
        newCount,
        newNodeFraction,
        newEdgeFraction,
        unit,
        divideBy,
        newPaths,
        compactLabels);
  }

  /** Factor of all values that are shown. */
  double ratio() {
    return 1 / divideBy;
  }
}

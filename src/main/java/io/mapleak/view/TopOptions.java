package io.mapleak.view;

import io.mapleak.unit.Measurement;

/**
 * How a flat table is made, by google/pprof's options of the same names.
 *
 * @param type index of the sample type
 * @param granularity what is one row
 * @param byCum whether rows are sorted by cum rather than by flat
 * @param nodeCount most rows; 0 or less: all
 * @param nodeFraction rows with less cum than this part of the total are dropped
 * @param edgeFraction calls of less than this part of the total don't decide whether a row is
 *     called inline
 * @param unit unit of all values; {@link Measurement#MINIMUM}: the one that suits the smallest
 */
public record TopOptions(
    int type,
    Granularity granularity,
    boolean byCum,
    int nodeCount,
    double nodeFraction,
    double edgeFraction,
    String unit) {
  /** Rows below 0.5 % are noise in most profiles; google/pprof's default. */
  public static final double DEFAULT_NODE_FRACTION = 0.005;

  /** Google/pprof's default. */
  public static final double DEFAULT_EDGE_FRACTION = 0.001;

  /** The defaults of google/pprof's {@code top} on the command line: all rows of 0.5 % and more. */
  public static TopOptions of(int type) {
    return new TopOptions(
        type,
        Granularity.FUNCTIONS,
        false,
        0,
        DEFAULT_NODE_FRACTION,
        DEFAULT_EDGE_FRACTION,
        Measurement.MINIMUM);
  }

  /** The same with nothing cut. */
  public TopOptions untrimmed() {
    return new TopOptions(type, granularity, byCum, 0, 0, 0, unit);
  }
}

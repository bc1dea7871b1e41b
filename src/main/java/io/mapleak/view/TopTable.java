package io.mapleak.view;

import io.mapleak.profile.Profile;
import io.mapleak.profile.ValueType;
import io.mapleak.unit.Measurement;
import java.util.List;

/**
 * The flat/cum table of a profile, as google/pprof's {@code top} has it. Values are in the unit of
 * the sample type. Immutable.
 *
 * @param type the sample type
 * @param unit in which values are to be printed
 * @param total sum of all absolute values, also of rows not shown
 * @param rows the rows shown, in order
 * @param dropped number of rows dropped because their cum is too small
 * @param cutoff the cum up to which they were dropped, as a report says it
 * @param candidates number of rows before the limit on their number
 */
public record TopTable(
    ValueType type,
    String unit,
    long total,
    List<Row> rows,
    int dropped,
    long cutoff,
    int candidates) {
  /**
   * One row.
   *
   * @param name what the row stands for
   * @param inlining whether its calls were inlined
   * @param flat what it allocated itself
   * @param cum what it and all it called allocated
   */
  public record Row(String name, Inlining inlining, long flat, long cum) {}

  /** From this ratio of total to smallest value on a larger unit is taken: it shows 0.01 of it. */
  private static final long UNIT_RATIO = 100;

  public TopTable {
    rows = List.copyOf(rows);
  }

  /**
   * Computes the table, in time linear to the frames of all stacks.
   *
   * @param profile as {@link Fetched#of} returns it
   */
  public static TopTable of(Profile profile, TopOptions options) {
    FrameNodes frames = FrameNodes.of(profile, options.granularity());
    StackValues values = StackValues.of(profile, options.type());
    NodeWeights weights = NodeWeights.of(profile, frames, values);
    Trimmed trimmed = Trimmed.of(frames, weights, options);
    Inlining[] inlining =
        InEdges.inlining(profile, frames, values, trimmed.kept(), trimmed.edgeCutoff());
    List<Row> rows = trimmed.rows(inlining);
    ValueType type = profile.sampleTypes().get(options.type());
    long cutoff = Math.abs((long) (values.total() * options.nodeFraction()));
    String unit = unit(rows, type.unit(), values.total(), options.unit());
    return new TopTable(
        type, unit, values.total(), rows, trimmed.dropped(), cutoff, trimmed.candidates());
  }

  /** Sum of the flat values shown. */
  public long shown() {
    long sum = 0;
    for (Row row : rows) {
      sum += row.flat();
    }
    return sum;
  }

  /** A value in the table's unit. */
  public String label(long value) {
    return Measurement.label(value, type.unit(), unit);
  }

  /** One unit for all values (internal/report/report.go: selectOutputUnit). */
  private static String unit(List<Row> rows, String from, long total, String wanted) {
    if (!wanted.equals(Measurement.MINIMUM) || rows.isEmpty()) {
      return wanted;
    }
    long least = 0;
    for (Row row : rows) {
      long value = Math.abs(row.flat() == 0 ? row.cum() : row.flat());
      if (value > 0 && (least == 0 || value < least)) {
        least = value;
      }
    }
    if (least == 0) {
      least = total;
    }
    String unit = Measurement.scale(least, from, Measurement.MINIMUM).unit();
    String largest = Measurement.scale(total, from, Measurement.MINIMUM).unit();
    if (!unit.equals(largest) && least * UNIT_RATIO < total) {
      unit = Measurement.scale(UNIT_RATIO * least, from, Measurement.MINIMUM).unit();
    }
    return unit.isEmpty() ? from : unit;
  }
}

package io.mapleak.view;

import io.mapleak.profile.Profile;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The flat/cum table of a profile, as google/pprof's {@code top} has it. Values are in the unit of
 * the sample type. Immutable.
 */
public final class TopTable {
  /**
   * One row.
   *
   * @param name what the row stands for
   * @param inlining whether its calls were inlined
   * @param flat what it allocated itself
   * @param cum what it and all it called allocated
   */
  public record Row(String name, Inlining inlining, long flat, long cum) {}

  private final Selection selection;
  private final ReportOptions options;
  private final Trimmed trimmed;
  private final Amounts amounts;
  private final List<Row> rows;

  private TopTable(
      Selection selection,
      ReportOptions options,
      Trimmed trimmed,
      Amounts amounts,
      List<Row> rows) {
    this.selection = selection;
    this.options = options;
    this.trimmed = trimmed;
    this.amounts = amounts;
    this.rows = List.copyOf(rows);
  }

  /** Computes the table, in time linear to the frames of all stacks. */
  public static TopTable of(Selection selection, ReportOptions options) {
    Profile profile = WithoutInlines.of(selection.profile(), options);
    FrameNodes frames = FrameNodes.of(profile, options, false);
    StackValues values = StackValues.of(profile, selection.type());
    NodeWeights weights = NodeWeights.of(profile, frames, values);
    Trimmed trimmed = Trimmed.of(frames, weights, options);
    Inlining[] inlining =
        InEdges.inlining(profile, frames, values, trimmed.kept(), trimmed.edgeCutoff());
    List<Row> rows = new ArrayList<>(trimmed.shown().size());
    for (Rank row : trimmed.shown()) {
      rows.add(new Row(row.name(), inlining[row.node()], row.flat(), row.cum()));
    }
    Amounts amounts = Amounts.each(selection, options).inOneUnit(trimmed.shown());
    return new TopTable(selection, options, trimmed, amounts, rows);
  }

  /** The rows shown, in order. */
  public List<Row> rows() {
    return rows;
  }

  /** What percentages are of. */
  public long total() {
    return amounts.total();
  }

  /** Number of rows dropped because their cum is too small. */
  public int dropped() {
    return trimmed.dropped();
  }

  /** The unit in which values are printed. */
  public String unit() {
    return amounts.to();
  }

  /** A value in the table's unit. */
  public String label(long value) {
    return amounts.label(value);
  }

  /** A value's part of the total, with its sign. */
  public String share(long value) {
    return amounts.share(value);
  }

  /** The rows with exact values, in the unit of the sample type. */
  public Table table() {
    List<List<@Nullable Object>> cells = new ArrayList<>();
    long sum = 0;
    for (Row row : rows) {
      sum += row.flat();
      cells.add(
          Arrays.asList(
              row.name(),
              row.inlining().word(),
              amounts.scaled(row.flat()),
              amounts.percent(row.flat()),
              amounts.percent(sum),
              amounts.scaled(row.cum()),
              amounts.percent(row.cum())));
    }
    List<String> columns =
        List.of("name", "inlined", "flat", "flat_percent", "sum_percent", "cum", "cum_percent");
    return new Table("mapleak.top/1", Table.head(selection), columns, cells);
  }

  List<String> legend(ZoneId zone) {
    return Legend.of(selection, options, trimmed, amounts, zone);
  }
}

package io.mapleak.report;

import io.mapleak.gomap.GoType;
import io.mapleak.gomap.Implementation;
import io.mapleak.gomap.MapType;
import io.mapleak.report.TextStyle.Ink;
import io.mapleak.simulator.size.ArrayLife;
import io.mapleak.simulator.size.MapCost;
import io.mapleak.simulator.size.SizeRow;
import io.mapleak.simulator.size.SizeTable;
import io.mapleak.simulator.size.SizedMap;
import io.mapleak.unit.Figures;
import io.mapleak.unit.Interval;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** What maps cost, for people. */
public final class SizeText {
  private static final int INDENT = 2;

  private static final String MAP_COLUMNS = "%-9s  %-8s %13s %-8s %8s %5s %8s %13s";
  private static final String LIFE_COLUMNS = "%-9s  %9s at %-18s%9s at %s";

  /** A range that reaches less than this part of its middle either way is told as exact. */
  private static final double NO_SPREAD = 0.0005;

  /** One decimal of a percent. */
  private static final double LEAST_TOLD = 0.001;

  /** Savings below this part of what is held are none. */
  private static final double NO_SAVING = 0.005;

  private static final String FOOTNOTE =
      "garbage: allocated while growing, and let go again. Not counted: what pointers lead to.";

  private final TextLines lines;
  private final SizeTable table;

  private SizeText(TextLines lines, SizeTable table) {
    this.lines = lines;
    this.table = table;
  }

  /** The table. */
  public static String of(SizeTable table, TextStyle style) {
    TextLines lines = new TextLines(style);
    new SizeText(lines, table).write();
    return lines.text();
  }

  private void write() {
    lines.sides(0, Ink.BOLD, SizeReport.typeName(table.map()), Ink.NONE, "");
    lines.wrapped(INDENT, about());
    List<SizeRow> group = new ArrayList<>();
    for (SizeRow row : table.rows()) {
      if (!group.isEmpty() && !sameQuestion(group.get(0), row)) {
        group(group);
        group.clear();
      }
      group.add(row);
    }
    group(group);
    lines.blank();
    lines.wrapped(0, FOOTNOTE);
  }

  private static boolean sameQuestion(SizeRow a, SizeRow b) {
    return a.cost().entries() == b.cost().entries() && a.cost().hint() == b.cost().hint();
  }

  private String about() {
    if (!(table.map() instanceof SizedMap.OfType map)) {
      return "what Store allocates; keys and values boxed in interfaces come on top";
    }
    MapType type = map.type();
    String slots =
        table.rows().stream()
            .map(row -> String.valueOf(row.cost().slotBytes()))
            .distinct()
            .collect(Collectors.joining(" or "));
    return slots
        + "-byte slots: key "
        + stored(type.key())
        + ", elem "
        + stored(type.elem())
        + (type.pointers() ? "; the collector scans them" : "; no pointers to scan");
  }

  private static String stored(GoType type) {
    return type.indirect()
        ? "a pointer to its own " + Figures.count((double) type.size()) + " bytes"
        : String.valueOf(type.size());
  }

  private void group(List<SizeRow> rows) {
    SizeRow first = rows.get(0);
    MapCost made = first.made();
    lines.blank();
    String entries = Figures.count((double) first.cost().entries());
    lines.sides(
        0,
        Ink.BOLD,
        entries + (first.cost().entries() == 1 ? " entry" : " entries"),
        Ink.BOLD,
        made == null ? "" : "hint " + Figures.count((double) made.hint()));
    columns(
        "go", "map", "bytes held", "", "an entry", "full", "garbage", made == null ? "" : "bytes");
    for (SizeRow row : rows) {
      row(row);
    }
    growing(rows);
    hintSaves(rows);
    lives(rows);
  }

  private void row(SizeRow row) {
    MapCost grown = row.grown();
    MapCost made = row.made();
    Interval each = grown.bytesPerEntry();
    columns(
        row.releases(),
        grown.implementation() == Implementation.SWISS ? "Swiss" : grown.implementation().id(),
        Figures.count(grown.bytes().best()),
        spread(grown.bytes()),
        each == null ? "-" : SizeReport.bytesEach(each.best()),
        grown.slots() == 0 || grown.slotBytes() == null
            ? "-"
            : Figures.percent((double) grown.entries() / grown.slots()),
        Figures.bytes(grown.garbage()),
        made == null ? "" : Figures.count(made.bytes().best()));
  }

  private void columns(Object... cells) {
    lines.sides(0, Ink.NONE, MAP_COLUMNS.formatted(cells).stripTrailing(), Ink.NONE, "");
  }

  /** How far a real map may be from the middle, either way. */
  private String spread(Interval bytes) {
    double most = Math.max(bytes.high() - bytes.best(), bytes.best() - bytes.low());
    double share = most / bytes.best();
    return share < NO_SPREAD
        ? ""
        : (lines.style().unicode() ? "\u00b1" : "+-")
            + Figures.percent(Math.max(LEAST_TOLD, share));
  }

  private void growing(List<SizeRow> rows) {
    String releases =
        rows.stream()
            .filter(row -> row.grown().growing())
            .map(SizeRow::releases)
            .collect(Collectors.joining(", "));
    if (!releases.isEmpty()) {
      lines.wrapped(
          INDENT,
          releases
              + ": growth is under way here, the old array is held beside the new one until the"
              + " next inserts and deletes have moved its entries");
    }
  }

  private void hintSaves(List<SizeRow> rows) {
    List<SizeRow> both = rows.stream().filter(row -> row.made() != null).toList();
    if (both.isEmpty() || rows.get(0).cost().entries() == 0) {
      return;
    }
    double held = both.stream().mapToDouble(row -> row.grown().bytes().best()).min().orElse(0);
    DoubleSummaryStatistics less = saved(both, cost -> cost.bytes().best());
    DoubleSummaryStatistics garbage = saved(both, MapCost::garbage);
    String text =
        less.getMin() > -NO_SAVING * held && less.getMax() < NO_SAVING * held
            ? "as much held"
            : less(less) + " held";
    lines.wrapped(INDENT, "with the hint: " + text + ", " + less(garbage) + " garbage");
  }

  private static DoubleSummaryStatistics saved(List<SizeRow> rows, ToDoubleFunction<MapCost> of) {
    return rows.stream()
        .mapToDouble(
            row -> {
              MapCost made = row.made();
              return made == null ? 0 : of.applyAsDouble(row.grown()) - of.applyAsDouble(made);
            })
        .summaryStatistics();
  }

  private static String less(DoubleSummaryStatistics saved) {
    if (saved.getMin() < 0 && saved.getMax() > 0) {
      return Figures.bytes(-saved.getMin()) + " more to " + Figures.bytes(saved.getMax()) + " less";
    }
    double one = Math.min(Math.abs(saved.getMin()), Math.abs(saved.getMax()));
    double two = Math.max(Math.abs(saved.getMin()), Math.abs(saved.getMax()));
    return Figures.bytesRange(new Interval(one, two, two))
        + (saved.getMin() < 0 ? " more" : " less");
  }

  private void lives(List<SizeRow> rows) {
    boolean headed = false;
    for (SizeRow row : rows) {
      ArrayLife life = row.grown().life();
      if (life != null) {
        if (!headed) {
          lines.blank();
          columnsOfLife("", "just grown: dearest", "about to grow: cheapest");
          headed = true;
        }
        lines.sides(
            0,
            Ink.NONE,
            LIFE_COLUMNS.formatted(
                row.releases(),
                SizeReport.bytesEach(life.worst()),
                Figures.count((double) life.worstAt()),
                SizeReport.bytesEach(life.best()),
                Figures.count((double) life.bestAt())),
            Ink.NONE,
            "");
      }
    }
  }

  private void columnsOfLife(String releases, String worst, String best) {
    lines.sides(0, Ink.DIM, "%-9s  %-32s%s".formatted(releases, "  " + worst, best), Ink.NONE, "");
  }
}

package io.mapleak.report;

import io.mapleak.unit.Figures;
import io.mapleak.view.CallTree;
import io.mapleak.view.FlameGraph;
import io.mapleak.view.FlameLayout;
import io.mapleak.view.FlameLayout.Cell;
import java.util.List;

/** A flame graph as plain text: one line a row, the root on top, as wide as what it allocates. */
public final class FlameText {
  /** Narrowest drawing in which a name still tells something, columns. */
  public static final int LEAST_WIDTH = 20;

  /** Narrowest cell that is drawn, columns: its border and some letters. */
  private static final int LEAST_CELL = 4;

  /** Columns of a name that has its part of the total beside it. */
  private static final int LEAST_NAME = 8;

  private FlameText() {}

  /**
   * Draws a graph.
   *
   * @param width columns of a line
   * @param style says which characters there are
   */
  public static String of(FlameGraph graph, int width, TextStyle style) {
    StringBuilder text = new StringBuilder();
    for (String filter : graph.filters()) {
      text.append("filter: ").append(PlainText.of(filter)).append('\n');
    }
    CallTree tree = graph.tree();
    FlameLayout layout = FlameLayout.of(tree, CallTree.ROOT, width, LEAST_CELL, Integer.MAX_VALUE);
    String border = border(style);
    for (List<Cell> row : layout.rows()) {
      StringBuilder line = new StringBuilder();
      int column = 0;
      for (Cell cell : row) {
        line.append(gap(column, cell.left(), border)).append(cell(graph, cell, style));
        column = cell.right();
      }
      text.append(line.append(gap(column, width, border)).toString().stripTrailing()).append('\n');
    }
    return text.append(leftOut(graph, layout)).toString();
  }

  /** A cell of exactly its width: a border, the name, and its part of the total where it fits. */
  public static String cell(FlameGraph graph, Cell cell, TextStyle style) {
    int room = cell.width() - 1;
    String name = PlainText.of(graph.tree().name(cell.node()));
    String share = " " + graph.share(cell.node());
    if (cell.node() == CallTree.ROOT) {
      share = " " + graph.label(cell.node()) + share;
    }
    int left = room - share.length();
    String text = TextFit.head(name.substring(name.lastIndexOf('/') + 1), room);
    if (left >= Math.min(LEAST_NAME, PlainText.columns(name))) {
      text = SymbolName.fitShort(name, left, style.ellipsis()) + share;
    } else if (room > style.ellipsis().length()) {
      text = SymbolName.fitShort(name, room, style.ellipsis());
    }
    return border(style) + text + " ".repeat(Math.max(0, room - PlainText.columns(text)));
  }

  /** A node in one line: its value, its part of the total, its name. */
  public static String details(FlameGraph graph, int node, int width, TextStyle style) {
    String figures = graph.label(node) + ", " + graph.share(node) + "  ";
    String name = PlainText.of(graph.tree().name(node));
    return figures + SymbolName.fit(name, Math.max(0, width - figures.length()), style.ellipsis());
  }

  private static String border(TextStyle style) {
    return style.unicode() ? "\u258f" : "|";
  }

  /** Room without a cell; a border ends the cell before it. */
  private static String gap(int from, int to, String border) {
    return to == from ? "" : (from == 0 ? " " : border) + " ".repeat(to - from - 1);
  }

  /** Says what has no cell; empty when all have one. */
  static String leftOut(FlameGraph graph, FlameLayout layout) {
    int count = layout.leftOut();
    if (count == 0) {
      return "";
    }
    return PlainText.of(Figures.count(count))
        + (count == 1 ? " frame is" : " frames are")
        + " too narrow to be drawn: none has more than "
        + graph.share(layout.heaviestLeftOut())
        + "\n";
  }
}

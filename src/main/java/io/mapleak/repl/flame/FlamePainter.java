package io.mapleak.repl.flame;

import com.google.re2j.Pattern;
import io.mapleak.report.FlameColor;
import io.mapleak.report.FlameText;
import io.mapleak.report.PlainText;
import io.mapleak.report.TextStyle;
import io.mapleak.view.CallTree;
import io.mapleak.view.FlameLayout.Cell;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Draws a flame graph for a terminal: rows of cells, what is selected, and a line to talk. */
final class FlamePainter {
  /** Lines below the cells: what is selected, and a hint or message. */
  static final int FOOT = 2;

  private static final int BLACK = 0x000000;
  private static final int WHITE = 0xffffff;
  private static final int SELECTED = 0x005fd7;
  private static final int HIT = 0xff87ff;
  private static final int ABOVE = 0xb2b2b2;

  private static final String HINT = "? help  / search  Enter zoom  u out  s type  q leave";

  private final TextStyle style;

  FlamePainter(TextStyle style) {
    this.style = style;
  }

  /**
   * The lines of a screen.
   *
   * @param message the last line; empty: a hint, or what was found
   */
  List<AttributedString> lines(FlameWalk walk, int rows, int columns, String message) {
    List<AttributedString> lines = new ArrayList<>(rows);
    List<List<Cell>> all = walk.layout().rows();
    int room = Math.max(1, rows - FOOT);
    int selectedRow = walk.graph().tree().depth(walk.selected());
    int top = Math.max(0, Math.min(selectedRow - room / 2, all.size() - room));
    for (int row = top; row < top + room; row++) {
      lines.add(row < all.size() ? cells(walk, all.get(row)) : AttributedString.EMPTY);
    }
    if (rows > FOOT) {
      lines.add(plain(FlameText.details(walk.graph(), walk.selected(), columns, style), columns));
      lines.add(plain(message.isEmpty() ? foot(walk) : message, columns));
    }
    return lines;
  }

  /** A page that tells what the keys do. */
  List<AttributedString> help(int columns) {
    List<AttributedString> lines = new ArrayList<>();
    lines.add(plain("any key goes back", columns));
    for (FlameKey key : FlameKey.values()) {
      lines.add(plain(key.keys() + " ".repeat(14 - key.keys().length()) + key.duty(), columns));
    }
    return lines;
  }

  private AttributedString cells(FlameWalk walk, List<Cell> row) {
    AttributedStringBuilder line = new AttributedStringBuilder();
    for (Cell cell : row) {
      line.style(AttributedStyle.DEFAULT)
          .append(" ".repeat(Math.max(0, cell.left() - line.columnLength())));
      line.style(style(walk, cell.node()));
      line.append(FlameText.cell(walk.graph(), cell, style));
    }
    return line.toAttributedString();
  }

  private AttributedStyle style(FlameWalk walk, int node) {
    boolean selected = node == walk.selected();
    if (!style.color()) {
      AttributedStyle plain = AttributedStyle.DEFAULT;
      plain = walk.isHit(node) ? plain.underline() : plain;
      return selected ? plain.inverse() : plain;
    }
    if (selected) {
      return colors(WHITE, SELECTED).bold();
    }
    CallTree tree = walk.graph().tree();
    boolean above = node != walk.zoomed() && tree.isWithin(walk.zoomed(), node);
    int back = walk.isHit(node) ? HIT : above ? ABOVE : FlameColor.of(tree, node);
    return colors(BLACK, back);
  }

  private static AttributedStyle colors(int front, int back) {
    return AttributedStyle.DEFAULT.foregroundRgb(front).backgroundRgb(back);
  }

  private static String foot(FlameWalk walk) {
    Pattern pattern = walk.pattern();
    if (pattern == null) {
      return HINT;
    }
    String number = walk.hitNumber() == 0 ? "" : walk.hitNumber() + " of ";
    return "/"
        + pattern.pattern()
        + "  "
        + number
        + walk.hits()
        + (walk.hits() == 1 ? " frame, " : " frames, ")
        + walk.graph().share(walk.hitValue())
        + "  n next  N back";
  }

  private static AttributedString plain(String text, int columns) {
    return new AttributedString(PlainText.of(text)).columnSubSequence(0, columns);
  }
}

package io.mapleak.report;

import io.mapleak.report.TextStyle.Ink;
import io.mapleak.unit.Figures;
import java.util.List;

/** Collects the lines of a report, none wider than the style allows. */
final class TextLines {
  /** Columns before the text of a finding; the words LEAK, ok and n/a stand in them. */
  static final int INDENT = 6;

  /** Columns of the name before a value. */
  private static final int NAME = 10;

  private final TextStyle style;
  private final StringBuilder text = new StringBuilder();

  TextLines(TextStyle style) {
    this.style = style;
  }

  TextStyle style() {
    return style;
  }

  /** All lines so far, each with its end. */
  String text() {
    return text.toString();
  }

  void blank() {
    text.append('\n');
  }

  /** One line with a part at each margin; the right part is left out when it does not fit. */
  void sides(int indent, Ink leftInk, String left, Ink rightInk, String right) {
    int room = style.width() - indent;
    String begin = TextFit.middle(PlainText.of(left), room, style.ellipsis());
    String end = PlainText.of(right);
    int gap = room - PlainText.columns(begin) - PlainText.columns(end);
    text.append(" ".repeat(indent)).append(style.paint(leftInk, begin));
    if (!end.isEmpty() && gap >= 2) {
      text.append(" ".repeat(gap)).append(style.paint(rightInk, end));
    }
    text.append('\n');
  }

  /** A line and the command that tells more: beside it or below, where it fits in full. */
  void command(String left, String command) {
    int needed = PlainText.columns(PlainText.of(command));
    boolean beside = PlainText.columns(PlainText.of(left)) + 2 + needed <= style.width();
    sides(0, Ink.NONE, left, Ink.DIM, beside ? command : "");
    if (!beside && INDENT + needed <= style.width()) {
      sides(INDENT, Ink.DIM, command, Ink.NONE, "");
    }
  }

  /** Wrapped text behind an indent. */
  void wrapped(int indent, String words) {
    for (String line : TextFit.wrap(words, style.width() - indent, style.ellipsis())) {
      text.append(" ".repeat(indent)).append(line).append('\n');
    }
  }

  /**
   * Wrapped text behind a label, its further lines under the first.
   *
   * @param indent columns before the label
   * @param hang columns from the label to the text
   */
  void labelled(int indent, int hang, Ink ink, String label, String words) {
    int column = indent + Math.max(hang, PlainText.columns(label) + 1);
    List<String> lines = TextFit.wrap(words, style.width() - column, style.ellipsis());
    text.append(" ".repeat(indent))
        .append(style.paint(ink, label))
        .append(" ".repeat(column - indent - PlainText.columns(label)))
        .append(lines.get(0))
        .append('\n');
    for (String line : lines.subList(1, lines.size())) {
      text.append(line.isEmpty() ? "" : " ".repeat(column)).append(line).append('\n');
    }
  }

  /** A named value below the line that it belongs to; for texts that have no width to keep to. */
  static void named(StringBuilder text, String name, String value) {
    text.append("  ").append(name).append(" ".repeat(Math.max(0, NAME - name.length())));
    text.append(value.replace(Figures.JOIN, ' ')).append('\n');
  }

  /** A line of code: the function in full where it fits, and the end of the file's path. */
  void site(String function, String file, long line, int indent) {
    int room = style.width() - indent;
    String number = line > 0 ? ":" + line : "";
    int fileRoom = room * 2 / 5 - number.length();
    String place = TextFit.middle(PlainText.of(shortFile(file)), fileRoom, style.ellipsis());
    String right = place + number;
    int left = room - PlainText.columns(right) - (right.isEmpty() ? 0 : 2);
    String name = SymbolName.fit(PlainText.of(function), left, style.ellipsis());
    sides(indent, Ink.BOLD, name, Ink.NONE, right);
  }

  /** The last two elements of a path: folder and file name say enough. */
  static String shortFile(String file) {
    int last = file.lastIndexOf('/');
    int before = last <= 0 ? -1 : file.lastIndexOf('/', last - 1);
    return file.substring(before + 1);
  }
}

package io.mapleak.report;

import java.util.List;
import java.util.stream.Collectors;

/** Text in the cells of tables. */
final class Cells {
  private Cells() {}

  /** A field of CSV (RFC 4180), quoted where it has to be. */
  static String csv(String text) {
    boolean quote = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return quote ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }

  /** A record of CSV with its end. */
  static void csvRow(StringBuilder text, List<String> cells) {
    text.append(cells.stream().map(Cells::csv).collect(Collectors.joining(","))).append("\r\n");
  }

  /** A row of a Markdown table. */
  static void markdownRow(StringBuilder text, List<String> cells) {
    text.append('|');
    cells.forEach(cell -> text.append(' ').append(markdown(cell)).append(" |"));
    text.append('\n');
  }

  /** Text that Markdown shows as it is, in one cell. */
  static String markdown(String text) {
    StringBuilder escaped = new StringBuilder();
    PlainText.of(text)
        .codePoints()
        .forEach(
            c -> {
              if ("\\`*_[]<>|&#~".indexOf(c) >= 0) {
                escaped.append('\\');
              }
              escaped.appendCodePoint(c);
            });
    return escaped.toString();
  }
}

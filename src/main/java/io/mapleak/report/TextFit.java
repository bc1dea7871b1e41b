package io.mapleak.report;

import java.util.ArrayList;
import java.util.List;

/** Fits plain text into columns. */
final class TextFit {
  private TextFit() {}

  /** The text, cut in its middle where it is wider than {@code width}. */
  static String middle(String text, int width, String ellipsis) {
    if (PlainText.columns(text) <= width) {
      return text;
    }
    int room = Math.max(0, width - ellipsis.length());
    String head = head(text, room / 2);
    return head + ellipsis + tail(text, room - PlainText.columns(head));
  }

  /** The longest beginning that is no wider than {@code width}. */
  static String head(String text, int width) {
    int columns = 0;
    int end = 0;
    while (end < text.length()) {
      int c = text.codePointAt(end);
      columns += PlainText.columns(c);
      if (columns > width) {
        break;
      }
      end += Character.charCount(c);
    }
    return text.substring(0, end);
  }

  /** The longest end that is no wider than {@code width}. */
  static String tail(String text, int width) {
    int columns = 0;
    int start = text.length();
    while (start > 0) {
      int c = text.codePointBefore(start);
      columns += PlainText.columns(c);
      if (columns > width) {
        break;
      }
      start -= Character.charCount(c);
    }
    return text.substring(start);
  }

  /**
   * Lines of at most {@code width} columns, broken at spaces; a word wider than that is cut in its
   * middle. Line ends in the text are kept, other white space is not.
   */
  static List<String> wrap(String text, int width, String ellipsis) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : text.split("\n", -1)) {
      wrapParagraph(paragraph, width, ellipsis, lines);
    }
    return lines;
  }

  private static void wrapParagraph(
      String paragraph, int width, String ellipsis, List<String> lines) {
    String indent = paragraph.substring(0, paragraph.length() - paragraph.stripLeading().length());
    StringBuilder line = new StringBuilder();
    for (String raw : paragraph.strip().split("[ \t]+", -1)) {
      String word = middle(PlainText.of(raw), width, ellipsis);
      if (line.length() > 0
          && PlainText.columns(line.toString()) + 1 + PlainText.columns(word) > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      if (line.length() > 0) {
        line.append(' ');
      } else if (PlainText.columns(word) + indent.length() <= width) {
        line.append(PlainText.of(indent));
      }
      line.append(word);
    }
    lines.add(line.toString());
  }
}

package io.mapleak.report;

import io.mapleak.unit.Figures;

/**
 * Makes text of a profile safe to print: a symbol name may hold anything, escape sequences of a
 * terminal too.
 */
public final class PlainText {
  private PlainText() {}

  /**
   * The text without control, format and unpaired surrogate characters; line ends and tabs become
   * spaces. Joins of {@link Figures} become plain spaces.
   */
  public static String of(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    text.codePoints().map(PlainText::plain).filter(c -> c >= 0).forEach(plain::appendCodePoint);
    return plain.toString();
  }

  private static int plain(int c) {
    if (c == '\n' || c == '\t' || c == Figures.JOIN) {
      return ' ';
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          -1;
      default -> c;
    };
  }

  /** Columns that a terminal needs for the text. */
  public static int columns(String text) {
    return text.codePoints().map(PlainText::columns).sum();
  }

  /** Columns of one character: none for marks set over another, two for the wide ones of Asia. */
  static int columns(int c) {
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    return isWide(c) ? 2 : 1;
  }

  /** East Asian Width W and F of Unicode, in whole blocks. */
  private static boolean isWide(int c) {
    return (c >= 0x1100 && c <= 0x115f)
        || (c >= 0x2e80 && c <= 0xa4cf)
        || (c >= 0xac00 && c <= 0xd7a3)
        || (c >= 0xf900 && c <= 0xfaff)
        || (c >= 0xfe30 && c <= 0xfe6f)
        || (c >= 0xff00 && c <= 0xff60)
        || (c >= 0xffe0 && c <= 0xffe6)
        || (c >= 0x1f300 && c <= 0x1faff)
        || (c >= 0x20000 && c <= 0x3fffd);
  }
}

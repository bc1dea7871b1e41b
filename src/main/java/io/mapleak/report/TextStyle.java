package io.mapleak.report;

/**
 * How text is shown.
 *
 * @param width columns of a line
 * @param color whether colours may be used
 * @param unicode whether the output can carry characters beyond ASCII
 */
public record TextStyle(int width, boolean color, boolean unicode) {
  /** Narrowest width that is honoured: below it, names could not be told apart. */
  public static final int MIN_WIDTH = 60;

  /** Width without a terminal that says otherwise. */
  public static final int DEFAULT_WIDTH = 80;

  /** Widest width that is honoured: longer lines are hard to read. */
  public static final int MAX_WIDTH = 120;

  /** 80 columns, ASCII, no colour. */
  public static final TextStyle PLAIN = new TextStyle(DEFAULT_WIDTH, false, false);

  public TextStyle {
    width = Math.max(MIN_WIDTH, Math.min(MAX_WIDTH, width));
  }

  /** What stands for text that was left out. */
  String ellipsis() {
    return unicode ? "\u2026" : "...";
  }

  /** Colours of a report. */
  enum Ink {
    NONE(""),
    BOLD("1"),
    DIM("2"),
    RED("1;31"),
    YELLOW("1;33"),
    GREEN("32"),
    CYAN("36");

    private final String code;

    Ink(String code) {
      this.code = code;
    }
  }

  /** The text in a colour, as SGR sequences of ECMA-48. */
  String paint(Ink ink, String text) {
    return color && ink != Ink.NONE && !text.isEmpty()
        ? "\u001b[" + ink.code + "m" + text + "\u001b[0m"
        : text;
  }
}

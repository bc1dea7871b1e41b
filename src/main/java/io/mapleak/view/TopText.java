package io.mapleak.view;

import java.time.ZoneId;

/**
 * Text of the flat table, equal to google/pprof's {@code top} but for the signs of negative parts.
 */
public final class TopText {
  /** Columns of a value. */
  private static final int WIDTH = 10;

  private TopText() {}

  /**
   * The table with the lines above it.
   *
   * @param zone in which the profile's time is told
   */
  public static String of(TopTable table, ZoneId zone) {
    StringBuilder text = new StringBuilder(256 + 96 * table.rows().size());
    table.legend(zone).forEach(line -> text.append(line).append('\n'));
    int width = Amounts.shareWidth(hasNegative(table));
    header(text, width);
    text.append('\n');
    long sum = 0;
    for (TopTable.Row row : table.rows()) {
      sum += row.flat();
      right(text, table.label(row.flat()), WIDTH).append(' ');
      right(text, table.share(row.flat()), width).append(' ');
      right(text, table.share(sum), width).append(' ');
      right(text, table.label(row.cum()), WIDTH).append(' ');
      right(text, table.share(row.cum()), width).append("  ");
      text.append(row.name()).append(row.inlining().suffix()).append('\n');
    }
    return text.toString();
  }

  /** The titles of the columns. */
  static void header(StringBuilder text, int width) {
    right(text, "flat", WIDTH).append(' ');
    right(text, "flat%", width).append(' ');
    right(text, "sum%", width).append(' ');
    right(text, "cum", WIDTH).append(' ');
    right(text, "cum%", width);
  }

  private static boolean hasNegative(TopTable table) {
    long sum = 0;
    for (TopTable.Row row : table.rows()) {
      sum += row.flat();
      if (row.flat() < 0 || row.cum() < 0 || sum < 0) {
        return true;
      }
    }
    return false;
  }

  /** Appends a text at the right end of a column; its width is counted in code points. */
  static StringBuilder right(StringBuilder text, String value, int width) {
    int length = value.codePointCount(0, value.length());
    for (int i = length; i < width; i++) {
      text.append(' ');
    }
    return text.append(value);
  }
}

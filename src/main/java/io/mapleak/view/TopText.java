package io.mapleak.view;

import io.mapleak.profile.Profile;
import io.mapleak.unit.Measurement;
import java.time.ZoneId;

/** Text of the flat table, equal to google/pprof's {@code top}. */
public final class TopText {
  /** Columns of a value. */
  private static final int WIDTH = 10;

  private TopText() {}

  /**
   * The table with the lines above it.
   *
   * @param profile the one the table was made of
   * @param compact whether to leave out what the profile says of itself
   * @param zone in which the profile's time is told
   */
  public static String of(Profile profile, TopTable table, boolean compact, ZoneId zone) {
    StringBuilder text = new StringBuilder(256 + 96 * table.rows().size());
    Legend.write(text, profile, table, compact, zone);
    text.append("      flat  flat%   sum%        cum   cum%\n");
    long sum = 0;
    for (TopTable.Row row : table.rows()) {
      sum += row.flat();
      value(text, table.label(row.flat())).append(' ');
      text.append(Measurement.percentage(row.flat(), table.total())).append(' ');
      text.append(Measurement.percentage(sum, table.total())).append(' ');
      value(text, table.label(row.cum())).append(' ');
      text.append(Measurement.percentage(row.cum(), table.total())).append("  ");
      text.append(row.name()).append(row.inlining().suffix()).append('\n');
    }
    return text.toString();
  }

  private static StringBuilder value(StringBuilder text, String value) {
    int width = value.codePointCount(0, value.length());
    for (int i = width; i < WIDTH; i++) {
      text.append(' ');
    }
    return text.append(value);
  }
}

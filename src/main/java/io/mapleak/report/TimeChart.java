package io.mapleak.report;

import java.util.ArrayList;
import java.util.List;

/** Values over time as bars, one column for each moment or for the most of several. */
final class TimeChart {
  private static final String BARS = " \u2581\u2582\u2583\u2584\u2585\u2586\u2587\u2588";
  private static final String ASCII_BARS = " _.:-=+*#";

  /** Heights that one row tells apart, nothing left out. */
  private static final int LEVELS = 8;

  private TimeChart() {}

  /**
   * The rows, the highest first.
   *
   * @param values of equal steps, 0 or more
   * @param top the value that fills all rows
   * @param columns at most; fewer where there are fewer values
   */
  static List<String> rows(double[] values, double top, int columns, int rows, boolean unicode) {
    String bars = unicode ? BARS : ASCII_BARS;
    int width = Math.min(columns, values.length);
    List<String> lines = new ArrayList<>();
    for (int row = rows - 1; row >= 0; row--) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < width; column++) {
        int level = level(most(values, column, width), top, rows) - row * LEVELS;
        line.append(bars.charAt(Math.max(0, Math.min(LEVELS, level))));
      }
      lines.add(line.toString());
    }
    return lines;
  }

  /** What is more than nothing shows. */
  private static int level(double value, double top, int rows) {
    return top <= 0 ? 0 : (int) Math.ceil(value / top * rows * LEVELS);
  }

  private static double most(double[] values, int column, int width) {
    int from = (int) ((long) column * values.length / width);
    int to = (int) ((column + 1L) * values.length / width);
    double most = 0;
    for (int i = from; i < to; i++) {
      most = Math.max(most, values[i]);
    }
    return most;
  }
}

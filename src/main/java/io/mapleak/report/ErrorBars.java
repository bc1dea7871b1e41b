package io.mapleak.report;

import io.mapleak.forecast.SiteForecast;
import io.mapleak.unit.Figures;
import java.util.ArrayList;
import java.util.List;

/** Arrays over time as a chart with error bars: seen up to now, then forecast. */
final class ErrorBars {
  private static final int ROWS = 8;

  /** Columns of one moment. */
  private static final int STEP = 3;

  private ErrorBars() {}

  /** The rows, the highest first, each with its value; then which moments are forecast. */
  static List<String> of(List<SiteForecast.Point> points, boolean unicode) {
    double top = points.stream().mapToDouble(p -> p.arrayBytes().high()).max().orElse(0);
    List<String> rows = new ArrayList<>();
    if (!(top > 0)) {
      return rows;
    }
    for (int row = ROWS; row >= 1; row--) {
      StringBuilder line = new StringBuilder();
      for (SiteForecast.Point point : points) {
        line.append(" ").append(mark(point, row, top, unicode)).append(" ");
      }
      String label = row == ROWS || row == 1 ? Figures.bytes(top * row / ROWS) : "";
      rows.add((line + " ".repeat(2) + label).stripTrailing());
    }
    StringBuilder axis = new StringBuilder();
    points.forEach(point -> axis.append((point.forecast() ? "+" : "-").repeat(STEP)));
    rows.add(axis + "  - seen, + forecast");
    return rows;
  }

  private static String mark(SiteForecast.Point point, int row, double top, boolean unicode) {
    if (level(point.arrayBytes().best(), top) == row) {
      return unicode ? "\u25cf" : "o";
    }
    boolean within =
        level(point.arrayBytes().low(), top) <= row && row <= level(point.arrayBytes().high(), top);
    return within ? unicode ? "\u2502" : "|" : " ";
  }

  private static int level(double value, double top) {
    return (int) Math.max(1, Math.ceil(value / top * ROWS));
  }
}

package io.mapleak.report;

import io.mapleak.unit.Figures;
import io.mapleak.unit.Interval;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bytes over time as a chart with error bars. */
final class ErrorBars {
  private static final int ROWS = 8;

  /** Columns of one moment. */
  private static final int STEP = 3;

  /** Columns beside the moments: for the bytes and the legend. */
  private static final int BESIDE = 30;

  private static final int LEAST_MOMENTS = 4;

  private ErrorBars() {}

  /**
   * One moment.
   *
   * @param range of the bar; null where there is none
   * @param mark on it
   * @param axis what stands below it
   */
  record Bar(@Nullable Interval range, double mark, char axis) {
    double top() {
      return range == null ? mark : Math.max(mark, range.high());
    }
  }

  /**
   * The rows, the highest first, the outer ones with their bytes; then the axis.
   *
   * @param bars in the order of time; of more than fit, some in equal distances
   * @param legend beside the axis
   */
  static List<String> of(List<Bar> bars, String legend, TextStyle style) {
    double top = bars.stream().mapToDouble(Bar::top).max().orElse(0);
    List<String> rows = new ArrayList<>();
    if (!(top > 0)) {
      return rows;
    }
    List<Bar> shown = thinned(bars, Math.max(LEAST_MOMENTS, (style.width() - BESIDE) / STEP));
    for (int row = ROWS; row >= 1; row--) {
      StringBuilder line = new StringBuilder();
      for (Bar bar : shown) {
        line.append(" ").append(symbol(bar, row, top, style.unicode())).append(" ");
      }
      String label = row == ROWS || row == 1 ? Figures.bytes(top * row / ROWS) : "";
      rows.add((line + " ".repeat(2) + label).stripTrailing());
    }
    StringBuilder axis = new StringBuilder();
    shown.forEach(bar -> axis.append(String.valueOf(bar.axis()).repeat(STEP)));
    rows.add(axis + "  " + legend);
    return rows;
  }

  /** So many at most, with the first and the last. */
  private static List<Bar> thinned(List<Bar> bars, int most) {
    if (bars.size() <= most) {
      return bars;
    }
    List<Bar> shown = new ArrayList<>();
    for (int i = 0; i < most; i++) {
      shown.add(bars.get((int) Math.round((bars.size() - 1.0) * i / (most - 1))));
    }
    return shown;
  }

  private static String symbol(Bar bar, int row, double top, boolean unicode) {
    if (level(bar.mark(), top) == row) {
      return unicode ? "\u25cf" : "o";
    }
    boolean within =
        bar.range() != null
            && level(bar.range().low(), top) <= row
            && row <= level(bar.range().high(), top);
    return within ? unicode ? "\u2502" : "|" : " ";
  }

  private static int level(double value, double top) {
    return (int) Math.max(1, Math.ceil(value / top * ROWS));
  }
}

package io.mapleak.report;

import java.util.List;

/** A history in one character a step, as high as its value; nothing is nothing, the top is full. */
final class Sparkline {
  private static final String BARS = "\u2581\u2582\u2583\u2584\u2585\u2586\u2587\u2588";
  private static final String ASCII_BARS = "_.:-=+*#";

  /** Steps shown at most, so that a growth line fits 80 columns; of more, every nth. */
  private static final int MAX_STEPS = 24;

  private Sparkline() {}

  /** The line of a history of non-negative values, oldest first; empty below two steps. */
  static String of(List<Double> history, boolean unicode) {
    if (history.size() < 2) {
      return "";
    }
    String bars = unicode ? BARS : ASCII_BARS;
    double top = history.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    int steps = Math.min(MAX_STEPS, history.size());
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < steps; i++) {
      int at = Math.round((float) i * (history.size() - 1) / (steps - 1));
      double share = top > 0 ? history.get(at) / top : 0;
      line.append(bars.charAt((int) Math.max(0, Math.min(7, Math.ceil(share * 8) - 1))));
    }
    return line.toString();
  }
}

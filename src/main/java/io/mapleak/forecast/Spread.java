package io.mapleak.forecast;

import io.mapleak.unit.Interval;
import java.util.Arrays;

/** Values of a figure that are equally likely. */
final class Spread {
  /** Seconds until what does not come: above all times, and still a number to divide by. */
  static final double NEVER = 1e30;

  /** Share of the values that an interval holds. */
  private static final double COVERAGE = 0.92;

  private final double[] values;

  /** Takes one value at least, and sorts them in place. */
  Spread(double[] values) {
    Arrays.sort(values);
    this.values = values;
  }

  /** The narrowest interval, by the ratio of its ends, with the median. */
  Interval interval() {
    int inside = (int) Math.ceil(COVERAGE * values.length);
    double narrowest = Double.POSITIVE_INFINITY;
    int from = 0;
    for (int i = 0; i + inside <= values.length; i++) {
      double width = Math.log((values[i + inside - 1] + 1) / (values[i] + 1));
      if (width < narrowest) {
        narrowest = width;
        from = i;
      }
    }
    double low = values[from];
    double high = values[from + inside - 1];
    return new Interval(low, Math.max(low, Math.min(high, quantile(0.5))), high);
  }

  /** The range between equal tails, for values that may be negative. */
  Interval range() {
    return new Interval(quantile((1 - COVERAGE) / 2), quantile(0.5), quantile((1 + COVERAGE) / 2));
  }

  private double quantile(double share) {
    return values[(int) Math.max(0, Math.ceil(share * values.length) - 1)];
  }
}

package io.mapleak.report;

import io.mapleak.unit.Figures;
import io.mapleak.unit.Interval;
import java.util.Locale;
import java.util.function.DoubleFunction;

/** Rates for people, in the unit of time that fits a series. */
final class RateText {
  private static final String[] UNITS = {"s", "min", "h", "day"};
  private static final double[] UNIT_SECONDS = {1, 60, 3600, 86400};

  /** A rate is told in the largest unit of which the series spans at least this many. */
  private static final double UNITS_IN_SPAN = 5;

  private RateText() {}

  /** E.g. {@code +1 450 entries/min [1 320, 1 580]}. */
  static String entries(Interval perHour, double spanSeconds) {
    return text(perHour, spanSeconds, "entries", RateText::number);
  }

  /** E.g. {@code +4.5 MB/s [4.1 MB, 4.9 MB]}. */
  static String bytes(Interval perHour, double spanSeconds) {
    return text(
        perHour, spanSeconds, "", bytes -> (bytes < 0 ? "-" : "") + Figures.bytes(Math.abs(bytes)));
  }

  private static String text(
      Interval perHour, double spanSeconds, String what, DoubleFunction<String> number) {
    int unit = unit(spanSeconds);
    while (unit < UNITS.length - 1
        && Math.abs(perHour.best()) * UNIT_SECONDS[unit] / 3600 < 1
        && perHour.best() != 0) {
      unit++;
    }
    Interval rate = perHour.times(UNIT_SECONDS[unit] / 3600);
    String sign = rate.best() > 0 ? "+" : "";
    return sign
        + number.apply(rate.best())
        + (what.isEmpty() ? "" : Figures.JOIN + what)
        + "/"
        + UNITS[unit]
        + " ["
        + number.apply(rate.low())
        + ","
        + Figures.JOIN
        + number.apply(rate.high())
        + "]";
  }

  private static int unit(double spanSeconds) {
    int unit = 0;
    while (unit < UNITS.length - 1 && spanSeconds >= UNITS_IN_SPAN * UNIT_SECONDS[unit + 1]) {
      unit++;
    }
    return spanSeconds > 0 ? unit : 2;
  }

  private static String number(double value) {
    return Math.abs(value) >= 10 || value == 0
        ? Figures.about(value)
        : String.format(Locale.ROOT, "%.2g", value);
  }
}

package io.mapleak.unit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * Numbers as people read them in reports: short, rounded, the same in every locale. Sizes are
 * binary, 1 MB = 2^20 bytes, as google/pprof prints them. Parts of one figure are joined by {@link
 * #JOIN}, so that a line is never broken inside it.
 */
public final class Figures {
  /** No-break space; whoever prints lines replaces it by a plain one. */
  public static final char JOIN = '\u00a0';

  private static final String[] UNITS = {"B", "KB", "MB", "GB", "TB", "PB", "EB"};
  private static final double STEP = 1024;

  /** From 1000 on the next unit is shorter: 0.98 MB rather than 1 004 KB. */
  private static final double NEXT_UNIT = 1000;

  private static final MathContext THREE_DOWN = new MathContext(3, RoundingMode.FLOOR);
  private static final MathContext THREE_UP = new MathContext(3, RoundingMode.CEILING);
  private static final MathContext THREE = new MathContext(3, RoundingMode.HALF_EVEN);

  private Figures() {}

  /** A size, e.g. {@code 8.8 MB}; two to three digits. */
  public static String bytes(double bytes) {
    double value = Math.abs(bytes);
    int unit = 0;
    while (unit < UNITS.length - 1 && value >= NEXT_UNIT) {
      value /= STEP;
      unit++;
    }
    String number = value < 99.95 && unit > 0 ? oneDecimal(value) : whole(value);
    return (bytes < 0 && !number.equals("0") ? "-" : "") + number + JOIN + UNITS[unit];
  }

  /** A count to the last digit, in groups of three, e.g. {@code 181 204}. */
  public static String count(double count) {
    String digits = whole(Math.abs(count));
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < digits.length(); i++) {
      if (i > 0 && (digits.length() - i) % 3 == 0) {
        text.append(JOIN);
      }
      text.append(digits.charAt(i));
    }
    return count < 0 && !digits.equals("0") ? "-" + text : text.toString();
  }

  /** A count to three digits, e.g. {@code 181 000}. */
  public static String about(double count) {
    return count(rounded(count, THREE));
  }

  /** A range of counts to three digits, rounded outwards, e.g. {@code 181 000 to 184 000}. */
  public static String countRange(Interval range) {
    if (range.low() == range.high()) {
      return count(range.best());
    }
    String low = count(rounded(Math.floor(range.low()), THREE_DOWN));
    String high = count(rounded(Math.ceil(range.high()), THREE_UP));
    return low.equals(high) ? low : low + " to " + high;
  }

  /** A range of sizes, e.g. {@code 8.1 MB to 9.9 MB}; one size when both print alike. */
  public static String bytesRange(Interval range) {
    String low = bytes(range.low());
    String high = bytes(range.high());
    return low.equals(high) ? bytes(range.best()) : low + " to " + high;
  }

  /**
   * A size and its range, e.g. {@code 2.4 MB (1.8 to 3.5 MB)}; the size alone where all print so.
   */
  public static String bytesWithRange(Interval size) {
    String low = bytes(size.low());
    String high = bytes(size.high());
    String unit = high.substring(high.indexOf(JOIN));
    String from = low.endsWith(unit) ? low.substring(0, low.length() - unit.length()) : low;
    return bytes(size.best()) + (low.equals(high) ? "" : " (" + from + " to " + high + ")");
  }

  /** A count and its range, e.g. {@code 182 500 (181 000 to 184 000)}. */
  public static String countWithRange(Interval count) {
    String range = count.low() == count.high() ? "" : " (" + countRange(count) + ")";
    return count(count.best()) + range;
  }

  /** A part of a whole, e.g. {@code 72 %}; one decimal below 10 %. */
  public static String percent(double share) {
    double percent = share * 100;
    if (percent > 0 && percent < 0.1) {
      return "under 0.1" + JOIN + "%";
    }
    return (percent < 9.95 ? oneDecimal(percent) : whole(percent)) + JOIN + "%";
  }

  /** A length of time, e.g. {@code 45 min} or {@code 2.5 h}. */
  public static String duration(double seconds) {
    if (seconds < 99.5) {
      return (seconds < 9.95 ? oneDecimal(seconds) : whole(seconds)) + JOIN + "s";
    }
    if (seconds < 99.5 * 60) {
      return whole(seconds / 60) + JOIN + "min";
    }
    if (seconds < 48 * 3600) {
      return oneDecimal(seconds / 3600) + JOIN + "h";
    }
    return oneDecimal(seconds / 86400) + JOIN + "days";
  }

  private static double rounded(double value, MathContext digits) {
    return Double.isFinite(value) ? new BigDecimal(value).round(digits).doubleValue() : value;
  }

  private static String whole(double value) {
    return String.format(Locale.ROOT, "%.0f", value);
  }

  private static String oneDecimal(double value) {
    String text = String.format(Locale.ROOT, "%.1f", value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}

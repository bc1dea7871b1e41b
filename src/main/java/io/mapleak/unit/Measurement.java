package io.mapleak.unit;

import org.jspecify.annotations.Nullable;

/**
 * A quantity in a unit, scaled and printed as google/pprof does (internal/measurement,
 * measurement.go). Sizes are binary, and their units are B, kB, MB, GB, TB and PB.
 *
 * @param value the number, in {@code unit}
 * @param unit the unit as it is printed; empty for a plain count
 */
public record Measurement(double value, String unit) {
  /** Target unit that stands for the largest one of which a value has at least 1. */
  public static final String AUTO = "auto";

  /** As {@link #AUTO} for one value; a report takes one unit for all its values instead. */
  public static final String MINIMUM = "minimum";

  /** From here to {@link #WHOLE_END} a percentage prints as 100 %. */
  private static final double WHOLE_START = 99.95;

  private static final double WHOLE_END = 100.05;

  /** Width of a printed percentage without its sign. */
  private static final int PERCENT_WIDTH = 5;

  /**
   * Converts a value.
   *
   * @param from unit of the value; of an unknown one the number stays as it is
   * @param to wanted unit, {@link #AUTO} or {@link #MINIMUM}; an unknown one gives the family's own
   *     (bytes, seconds)
   */
  public static Measurement scale(long value, String from, String to) {
    if (value < 0 && value != Long.MIN_VALUE) {
      Measurement positive = scale(-value, from, to);
      return new Measurement(-positive.value, positive.unit);
    }
    UnitFamily family = UnitFamily.of(from);
    UnitFamily.@Nullable Unit own = family == null ? null : family.unit(from);
    if (family == null || own == null) {
      return new Measurement(value, isPlain(to) ? "" : to);
    }
    double base = value * own.factor;
    UnitFamily.@Nullable Unit wanted = isAutomatic(to) ? family.largestFor(base) : family.unit(to);
    UnitFamily.Unit unit = wanted == null ? family.fallback() : wanted;
    return new Measurement(base / unit.factor, unit.name);
  }

  /** Whether values of one unit can be converted into the other. */
  public static boolean isConvertible(String from, String to) {
    UnitFamily family = UnitFamily.of(from);
    return from.equals(to) || (family != null && family.unit(to) != null);
  }

  /** The value in a unit with at most two decimals, e.g. {@code 1.12kB}; {@code 0} has no unit. */
  public static String label(long value, String from, String to) {
    Measurement scaled = scale(value, from, to);
    String number = GoNumber.fixed2(scaled.value);
    if (number.endsWith(".00")) {
      number = number.substring(0, number.length() - 3);
    }
    return number.equals("0") || number.equals("-0") ? "0" : number + scaled.unit;
  }

  /**
   * A part of a total without regard to signs, at least six columns wide, e.g. {@code 9.76%}; 0 of
   * a zero total.
   */
  public static String percentage(long value, long total) {
    double ratio = total == 0 ? 0 : Math.abs((double) value / (double) total) * 100;
    return padded(share(ratio), PERCENT_WIDTH);
  }

  /**
   * A part of a total with its sign, e.g. {@code -9.76%}: in a difference, what shrank is told from
   * what grew. Google/pprof prints no sign.
   */
  public static String signedPercentage(long value, long total) {
    double ratio = total == 0 ? 0 : (double) value / (double) total * 100;
    String number = share(Math.abs(ratio));
    return padded(ratio < 0 && !number.equals("0") ? "-" + number : number, PERCENT_WIDTH);
  }

  private static String padded(String number, int width) {
    return " ".repeat(Math.max(0, width - number.length())) + number + "%";
  }

  private static String share(double ratio) {
    if (ratio >= WHOLE_START && ratio <= WHOLE_END) {
      return "100";
    }
    return ratio >= 1 ? GoNumber.fixed2(ratio) : GoNumber.significant2(ratio);
  }

  private static boolean isAutomatic(String unit) {
    return unit.equals(AUTO) || unit.equals(MINIMUM);
  }

  private static boolean isPlain(String unit) {
    return switch (unit) {
      case "count", "sample", "unit", MINIMUM, AUTO -> true;
      default -> false;
    };
  }
}

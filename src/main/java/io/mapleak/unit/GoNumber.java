package io.mapleak.unit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers as Go's {@code fmt} prints them. Go rounds the exact binary value, ties to even; {@link
 * String#format} rounds ties up, and byte sizes hit exact ties all the time: 1152 bytes are 1.12 kB
 * (1.125), not 1.13.
 */
public final class GoNumber {
  /** Bits of a double's mantissa after its leading one. */
  private static final int MANTISSA_BITS = 52;

  /** Significant digits of {@link #significant2}. */
  private static final int DIGITS = 2;

  /** Go's %g writes an exponent below 10^-4. */
  private static final int LEAST_EXPONENT = -4;

  private GoNumber() {}

  /** {@code %.2f} of a finite number. */
  public static String fixed2(double value) {
    double size = Math.abs(value);
    if (size >= 1L << MANTISSA_BITS) {
      return new BigDecimal(value).setScale(2, RoundingMode.HALF_EVEN).toPlainString();
    }
    long hundredths = scaledHalfEven(size, 100);
    StringBuilder text = new StringBuilder(16);
    if (value < 0 || (value == 0 && 1 / value < 0)) {
      text.append('-');
    }
    text.append(hundredths / 100).append('.');
    long rest = hundredths % 100;
    return text.append((char) ('0' + rest / 10)).append((char) ('0' + rest % 10)).toString();
  }

  /** {@code %.2g} of a finite number from 0 to below 1. */
  public static String significant2(double value) {
    if (value == 0) {
      return "0";
    }
    if (value >= 0.1) {
      return fraction(scaledHalfEven(value, 100), 2);
    }
    if (value >= 0.01) {
      return fraction(scaledHalfEven(value, 1000), 3);
    }
    BigDecimal digits =
        new BigDecimal(value)
            .round(new MathContext(DIGITS, RoundingMode.HALF_EVEN))
            .stripTrailingZeros();
    int exponent = digits.precision() - digits.scale() - 1;
    return exponent >= LEAST_EXPONENT ? digits.toPlainString() : scientific(digits, exponent);
  }

  /** {@code digits / 10^places} with trailing zeros cut. */
  private static String fraction(long digits, int places) {
    while (places > 0 && digits % 10 == 0) {
      digits /= 10;
      places--;
    }
    if (places == 0) {
      return Long.toString(digits);
    }
    String text = Long.toString(digits);
    return "0." + "0".repeat(places - text.length()) + text;
  }

  private static String scientific(BigDecimal value, int exponent) {
    String digits = value.unscaledValue().toString();
    String rest = digits.length() == 1 ? "" : "." + digits.substring(1);
    int size = -exponent;
    return digits.charAt(0) + rest + "e-" + (size < 10 ? "0" : "") + size;
  }

  /**
   * {@code value * factor} rounded to a whole number, ties to even, without an intermediate
   * rounding; for {@code 0 <= value < 2^52} and a factor up to 1000.
   */
  private static long scaledHalfEven(double value, int factor) {
    long bits = Double.doubleToRawLongBits(value);
    int biased = (int) (bits >>> MANTISSA_BITS);
    long fraction = bits & ((1L << MANTISSA_BITS) - 1);
    long mantissa = biased == 0 ? fraction : fraction | 1L << MANTISSA_BITS;
    int shift = Double.MAX_EXPONENT + MANTISSA_BITS - Math.max(biased, 1);
    long product = mantissa * factor; // below 2^63
    if (shift >= Long.SIZE) {
      return 0;
    }
    long whole = product >>> shift;
    long rest = product << (Long.SIZE - shift);
    long half = Long.MIN_VALUE;
    boolean up = Long.compareUnsigned(rest, half) > 0 || (rest == half && (whole & 1) == 1);
    return up ? whole + 1 : whole;
  }
}

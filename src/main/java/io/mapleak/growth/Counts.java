package io.mapleak.growth;

import java.util.Locale;

/** Counts as text, no finer than sampling allows. */
final class Counts {
  private static final int DIGITS = 3;

  private Counts() {}

  /** Three significant digits, grouped by thin spaces' plain stand-in: {@code 181 000}. */
  static String round(double count) {
    long whole = Math.round(count);
    long unit = 1;
    while (whole / unit >= (long) Math.pow(10, DIGITS)) {
      unit *= 10;
    }
    String digits = String.format(Locale.ROOT, "%,d", Math.round((double) whole / unit) * unit);
    return digits.replace(',', ' ');
  }
}

package io.mapleak.rule.builtin;

import java.util.Locale;

/** Figures within the sentences of findings. */
final class Texts {
  private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB"};

  private Texts() {}

  /** Binary multiples with pprof's names: {@code 8.8 MB}. */
  static String bytes(double bytes) {
    int unit = 0;
    double value = bytes;
    while (value >= 1024 && unit < UNITS.length - 1) {
      value /= 1024;
      unit++;
    }
    return String.format(
        Locale.ROOT, value < 10 && unit > 0 ? "%.1f %s" : "%.0f %s", value, UNITS[unit]);
  }

  /** A share: {@code 98.9 %}. */
  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }
}

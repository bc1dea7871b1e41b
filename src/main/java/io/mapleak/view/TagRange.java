package io.mapleak.view;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.mapleak.unit.Measurement;
import org.jspecify.annotations.Nullable;

/**
 * A range of quantities, both ends included, as a tag filter spells it: {@code 32kb}, {@code
 * :64kb}, {@code 4mb:} or {@code 12kb:64mb} (internal/driver/driver_focus.go: parseTagFilterRange).
 *
 * @param least smallest value, in {@code unit}
 * @param most largest value
 * @param unit the unit that a label must convert to
 */
record TagRange(double least, double most, String unit) {
  private static final Pattern QUANTITY = Pattern.compile("([+-]?[[:digit:]]+)([[:alpha:]]+)?");

  /**
   * The range that a text spells; null when it is none, but a pattern.
   *
   * @throws NumberFormatException when a number is beyond 64 bits
   */
  static @Nullable TagRange parse(String text) {
    Matcher first = QUANTITY.matcher(text);
    if (!first.find()) {
      return null;
    }
    String word = unitOf(first);
    Measurement low = Measurement.scale(number(first), word, word);
    Matcher second = QUANTITY.matcher(text);
    if (!second.find(first.end())) {
      String quantity = text.substring(first.start(), first.end());
      if (text.equals(quantity)) {
        return new TagRange(low.value(), low.value(), low.unit());
      } else if (text.equals(quantity + ":")) {
        return new TagRange(low.value(), Double.POSITIVE_INFINITY, low.unit());
      } else if (text.equals(":" + quantity)) {
        return new TagRange(Double.NEGATIVE_INFINITY, low.value(), low.unit());
      }
      return null;
    }
    if (!text.equals(
        text.substring(first.start(), first.end())
            + ":"
            + text.substring(second.start(), second.end()))) {
      return null;
    }
    Measurement high = Measurement.scale(number(second), unitOf(second), low.unit());
    return high.unit().equals(low.unit())
        ? new TagRange(low.value(), high.value(), low.unit())
        : null;
  }

  private static String unitOf(Matcher quantity) {
    String unit = quantity.group(2);
    return unit == null ? "" : unit;
  }

  private static long number(Matcher quantity) {
    return Long.parseLong(quantity.group(1));
  }

  boolean contains(long value, String from) {
    Measurement scaled = Measurement.scale(value, from, unit);
    return scaled.unit().equals(unit) && scaled.value() >= least && scaled.value() <= most;
  }
}

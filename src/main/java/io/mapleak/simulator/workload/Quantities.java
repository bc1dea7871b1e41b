package io.mapleak.simulator.workload;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers of the text format: counts, shares, sizes, rates, lengths of time. */
final class Quantities {
  private static final Pattern NUMBER = Pattern.compile("[0-9][0-9_]*(?:\\.[0-9]+)?");
  private static final Pattern WHOLE = Pattern.compile("[0-9][0-9_]*");
  private static final Pattern PERCENT = Pattern.compile("(" + NUMBER + ")%");
  private static final Pattern RATE = Pattern.compile("(" + NUMBER + ")(/[a-z]+)?");
  private static final Pattern LENGTH = Pattern.compile("(" + NUMBER + ")(ns|us|ms|s|min|m|h|d)");

  private static final String DURATION_FORM =
      "a length of time is numbers with d, h, m, s or ms, e.g. 90s, 30m or 1h30m";

  /** Digits of a number that no rounding can spoil. */
  private static final int MAX_DIGITS = 15;

  /** Longest time: 100 years, so that no sum of nanoseconds overflows. */
  static final long MAX_NANOS = 36_500L * 86_400 * 1_000_000_000;

  private Quantities() {}

  /** A number of entries. */
  static long whole(Words words, String expected) throws WorkloadException {
    String word = words.next();
    if (!WHOLE.matcher(word).matches() || digits(word).length() > MAX_DIGITS) {
      throw words.wrong(word.isEmpty() ? "a number is missing" : quoted(word), expected);
    }
    return Long.parseLong(digits(word));
  }

  /** A number with or without fraction. */
  static double number(Words words, String expected) throws WorkloadException {
    String word = words.next();
    if (!NUMBER.matcher(word).matches() || digits(word).length() > MAX_DIGITS) {
      throw words.wrong(word.isEmpty() ? "a number is missing" : quoted(word), expected);
    }
    return Double.parseDouble(digits(word));
  }

  static boolean isPercent(String word) {
    return PERCENT.matcher(word).matches();
  }

  /** A share as percent, 0 to 1. */
  static double share(Words words, String expected) throws WorkloadException {
    String word = words.next();
    Matcher matcher = PERCENT.matcher(word);
    if (!matcher.matches()) {
      throw words.wrong(word.isEmpty() ? "a share is missing" : quoted(word), expected);
    }
    double share = Double.parseDouble(digits(matcher.group(1))) / 100;
    if (share > 1) {
      throw words.wrong("there is no more than 100%", expected);
    }
    return share;
  }

  /** A rate, e.g. {@code 50/s}, or a count in the phase. */
  static Rate rate(Words words, String expected) throws WorkloadException {
    String word = words.next();
    Matcher matcher = RATE.matcher(word);
    if (!matcher.matches() || digits(matcher.group(1)).length() > MAX_DIGITS) {
      throw words.wrong(word.isEmpty() ? "a rate is missing" : quoted(word), expected);
    }
    String unit = matcher.group(2) == null ? "" : matcher.group(2);
    for (Rate.Per per : Rate.Per.values()) {
      if (per.suffix().equals(unit.equals("/m") ? "/min" : unit)) {
        return new Rate(Double.parseDouble(digits(matcher.group(1))), per);
      }
    }
    throw words.wrong(matcher.start(2), "there is no unit '" + unit + "'", expected);
  }

  /** A length of time, nanoseconds. */
  static long duration(Words words) throws WorkloadException {
    String word = words.next();
    if (word.equals("0")) {
      return 0;
    }
    Matcher matcher = LENGTH.matcher(word);
    double nanos = 0;
    int at = 0;
    while (at < word.length()) {
      if (!matcher.find(at) || matcher.start() != at) {
        throw words.wrong(at, quoted(word), DURATION_FORM);
      }
      nanos += Double.parseDouble(digits(matcher.group(1))) * unit(matcher.group(2));
      at = matcher.end();
    }
    if (word.isEmpty()) {
      throw words.wrong("a length of time is missing", DURATION_FORM);
    }
    if (nanos > MAX_NANOS) {
      throw words.wrong(quoted(word) + " is longer than 100 years", DURATION_FORM);
    }
    return Math.round(nanos);
  }

  private static long unit(String unit) {
    return switch (unit) {
      case "d" -> 86_400_000_000_000L;
      case "h" -> 3_600_000_000_000L;
      case "m", "min" -> 60_000_000_000L;
      case "s" -> 1_000_000_000L;
      case "ms" -> 1_000_000L;
      case "us" -> 1_000L;
      default -> 1L;
    };
  }

  private static String digits(String number) {
    return number.replace("_", "");
  }

  private static String quoted(String word) {
    return "'" + word + "' is not understood";
  }
}

package io.mapleak.pprof;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the trailer of Go's text form: comment lines {@code # Name = value} after a title. */
final class MemStatsText {
  static final String TITLE = "# runtime.MemStats";

  /** 256 names: runtime.MemStats has some 30. */
  private static final int MOST = 256;

  private final SortedMap<String, Long> values = new TreeMap<>();
  private double gcCpuFraction;
  private boolean begun;
  private boolean ended;

  boolean begun() {
    return begun;
  }

  /** Whether the last of the figures that every release prints was there. */
  boolean ended() {
    return ended;
  }

  /** Takes the title or a line after it. */
  void add(TextLines lines, String text) throws FormatException {
    if (!begun) {
      begun = true;
      return;
    }
    int equals = text.indexOf(" = ");
    if (equals < 0) {
      return;
    }
    if (values.size() >= MOST) {
      throw lines.fault("runtime.MemStats has more than " + MOST + " numbers");
    }
    String name = text.substring(1, equals).strip();
    String value = text.substring(equals + 3).strip();
    switch (name) {
      case "PauseNs", "PauseEnd" -> {}
      case "DebugGC" -> ended = true;
      case "GCCPUFraction" -> gcCpuFraction = fraction(lines, value);
      case "Stack", "MSpan", "MCache" -> {
        int slash = value.indexOf(" / ");
        if (slash < 0) {
          throw lines.fault("'" + name + "' needs two numbers");
        }
        values.put(name + "Inuse", number(lines, value.substring(0, slash)));
        values.put(name + "Sys", number(lines, value.substring(slash + 3)));
      }
      default -> values.put(name, number(lines, value));
    }
  }

  private static long number(TextLines lines, String value) throws FormatException {
    try {
      return Long.parseUnsignedLong(value);
    } catch (NumberFormatException e) {
      throw lines.fault("'" + shortened(value) + "' is no number of at most 64 bits");
    }
  }

  private static double fraction(TextLines lines, String value) throws FormatException {
    try {
      return Double.parseDouble(value);
    } catch (NumberFormatException e) {
      throw lines.fault("'" + shortened(value) + "' is no number");
    }
  }

  private static String shortened(String value) {
    return value.length() > 40 ? value.substring(0, 40) + "..." : value;
  }

  /** What was read; empty without a title. */
  Optional<MemStats> result() {
    return begun ? Optional.of(new MemStats(values, gcCpuFraction)) : Optional.empty();
  }
}

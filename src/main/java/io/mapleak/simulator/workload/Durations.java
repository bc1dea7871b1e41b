package io.mapleak.simulator.workload;

/** Lengths of time in the text format. */
final class Durations {
  private static final long[] UNITS = {
    86_400_000_000_000L, 3_600_000_000_000L, 60_000_000_000L, 1_000_000_000L, 1_000_000L, 1_000L, 1
  };
  private static final String[] NAMES = {"d", "h", "m", "s", "ms", "us", "ns"};

  private Durations() {}

  /** The length to the nanosecond, e.g. {@code 1h30m}. */
  static String of(long nanos) {
    if (nanos == 0) {
      return "0";
    }
    StringBuilder text = new StringBuilder();
    long rest = nanos;
    for (int i = 0; i < UNITS.length; i++) {
      if (rest >= UNITS[i]) {
        text.append(rest / UNITS[i]).append(NAMES[i]);
        rest %= UNITS[i];
      }
    }
    return text.toString();
  }
}

package io.mapleak.report;

import io.mapleak.unit.Figures;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** The moments of a series in words, in UTC, for a report must not depend on the machine. */
final class TimeSpan {
  private static final DateTimeFormatter DAY_MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
  private static final DateTimeFormatter DAY_SECOND =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  /** Steps whose length is within a fifth of the median are called regular. */
  private static final double REGULAR = 0.2;

  /** Spans below ten minutes are told with seconds. */
  private static final double SHORT_SECONDS = 600;

  private final List<Long> nanos;

  /** Takes the times of the profiles, oldest first; 0 when undated. */
  TimeSpan(List<Long> nanos) {
    this.nanos = nanos;
  }

  /** Seconds from the first to the last profile; 0 when that is not known. */
  double seconds() {
    if (nanos.size() < 2 || nanos.contains(0L)) {
      return 0;
    }
    return (nanos.get(nanos.size() - 1) - nanos.get(0)) / 1e9;
  }

  /** E.g. {@code 2026-11-21 12:04 to 12:49 UTC, every 5 min}; empty when undated. */
  String text() {
    if (nanos.isEmpty() || nanos.contains(0L)) {
      return nanos.isEmpty() ? "" : "undated";
    }
    LocalDateTime first = time(nanos.get(0));
    LocalDateTime last = time(nanos.get(nanos.size() - 1));
    boolean brief = seconds() < SHORT_SECONDS;
    String from = first.format(brief ? DAY_SECOND : DAY_MINUTE);
    if (nanos.size() == 1) {
      return from + " UTC";
    }
    boolean sameDay = first.truncatedTo(ChronoUnit.DAYS).equals(last.truncatedTo(ChronoUnit.DAYS));
    DateTimeFormatter to =
        brief ? (sameDay ? SECOND : DAY_SECOND) : (sameDay ? MINUTE : DAY_MINUTE);
    return from + (brief ? "-" : " to ") + last.format(to) + " UTC, " + interval();
  }

  private String interval() {
    double[] steps = new double[nanos.size() - 1];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = (nanos.get(i + 1) - nanos.get(i)) / 1e9;
    }
    java.util.Arrays.sort(steps);
    double median = steps[steps.length / 2];
    boolean regular =
        steps[0] >= median * (1 - REGULAR) && steps[steps.length - 1] <= median * (1 + REGULAR);
    return (regular ? "every " : "every ~") + Figures.duration(median);
  }

  private static LocalDateTime time(long nanos) {
    return LocalDateTime.ofInstant(
        Instant.ofEpochSecond(Math.floorDiv(nanos, 1_000_000_000L), 0), ZoneOffset.UTC);
  }
}

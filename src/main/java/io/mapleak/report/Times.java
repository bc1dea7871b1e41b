package io.mapleak.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments as text. */
final class Times {
  private static final long NANOS = 1_000_000_000L;

  private static final DateTimeFormatter OF_DAY =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Times() {}

  /** RFC 3339. */
  static String text(long nanos) {
    return instant(nanos).toString();
  }

  /** The time of day, UTC. */
  static String ofDay(long nanos) {
    return OF_DAY.format(instant(nanos));
  }

  private static Instant instant(long nanos) {
    return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS));
  }
}

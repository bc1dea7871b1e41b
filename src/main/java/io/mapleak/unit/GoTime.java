package io.mapleak.unit;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Moments and durations as Go prints them. A zone's abbreviation is Java's, which differs from Go's
 * for some zones outside Europe and America ({@code UZT} for {@code +05}).
 */
public final class GoTime {
  private static final long SECOND = 1_000_000_000;
  private static final long MINUTE = 60 * SECOND;
  private static final long HOUR = 60 * MINUTE;

  private GoTime() {}

  /** A moment by Go's layout {@code 2006-01-02 15:04:05 MST}; nanoseconds since 1970 UTC. */
  public static String seconds(long nanos, ZoneId zone) {
    Local local = local(nanos, zone);
    return secondsOf(local.time).append(' ').append(local.abbreviation).toString();
  }

  /** A moment as Go's {@code time.Time} prints itself; nanoseconds since 1970 UTC. */
  public static String nanoseconds(long nanos, ZoneId zone) {
    Local local = local(nanos, zone);
    StringBuilder text = secondsOf(local.time);
    fraction(text, Math.floorMod(nanos, SECOND), 9);
    int minutes = Math.abs(local.offset.getTotalSeconds()) / 60;
    text.append(' ').append(local.offset.getTotalSeconds() < 0 ? '-' : '+');
    two(text, minutes / 60);
    two(text, minutes % 60);
    return text.append(' ').append(local.abbreviation).toString();
  }

  /** A duration as Go's {@code time.Duration} prints itself, e.g. {@code 1m30.5s}. */
  public static String duration(long nanos) {
    if (nanos == 0) {
      return "0s";
    }
    StringBuilder text = new StringBuilder();
    long size = nanos;
    if (nanos < 0) {
      text.append('-');
      size = -nanos; // the least long stays itself, and is right as an unsigned number
    }
    if (Long.compareUnsigned(size, SECOND) < 0) {
      return small(text, size);
    }
    long minutes = Long.divideUnsigned(size, MINUTE);
    if (minutes >= 60) {
      text.append(Long.divideUnsigned(size, HOUR)).append('h');
    }
    if (minutes > 0) {
      text.append(minutes % 60).append('m');
    }
    long rest = Long.remainderUnsigned(size, MINUTE);
    text.append(rest / SECOND);
    fraction(text, rest % SECOND, 9);
    return text.append('s').toString();
  }

  private static String small(StringBuilder text, long nanos) {
    if (nanos < 1_000) {
      return text.append(nanos).append("ns").toString();
    }
    int digits = nanos < 1_000_000 ? 3 : 6;
    long unit = digits == 3 ? 1_000 : 1_000_000;
    text.append(nanos / unit);
    fraction(text, nanos % unit, digits);
    return text.append(digits == 3 ? "\u00b5s" : "ms").toString();
  }

  /** Appends {@code .digits} without zeros at the end; nothing for 0. */
  private static void fraction(StringBuilder text, long value, int digits) {
    if (value == 0) {
      return;
    }
    String plain = Long.toString(value);
    int end = plain.length();
    while (plain.charAt(end - 1) == '0') {
      end--;
    }
    text.append('.').append("0".repeat(digits - plain.length())).append(plain, 0, end);
  }

  private record Local(LocalDateTime time, ZoneOffset offset, String abbreviation) {}

  private static Local local(long nanos, ZoneId zone) {
    long second = Math.floorDiv(nanos, SECOND);
    LocalDateTime utc = LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
    String id = zone.getId();
    if (zone.equals(ZoneOffset.UTC) || id.equals("UTC") || id.equals("Etc/UTC")) {
      return new Local(utc, ZoneOffset.UTC, "UTC");
    }
    ZonedDateTime moment = utc.atZone(ZoneOffset.UTC).withZoneSameInstant(zone);
    String abbreviation = DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH).format(moment);
    return new Local(moment.toLocalDateTime(), moment.getOffset(), abbreviation);
  }

  private static StringBuilder secondsOf(LocalDateTime time) {
    StringBuilder text = new StringBuilder(40).append(time.getYear()).append('-');
    two(text, time.getMonthValue()).append('-');
    two(text, time.getDayOfMonth()).append(' ');
    two(text, time.getHour()).append(':');
    two(text, time.getMinute()).append(':');
    return two(text, time.getSecond());
  }

  private static StringBuilder two(StringBuilder text, int number) {
    return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
  }
}

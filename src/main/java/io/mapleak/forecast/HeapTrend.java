package io.mapleak.forecast;

import io.mapleak.unit.Interval;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The live heap of a process through a series: all lines together, maps or not.
 *
 * @param liveBytes in use at the newest profile
 * @param bytesPerHour mean growth from the first profile to it, with the error that the scatter of
 *     its steps leaves
 */
public record HeapTrend(double liveBytes, Interval bytesPerHour) {
  private static final double NANOS_PER_HOUR = 3.6e12;

  /** Quantile of the normal distribution that leaves 4 % above. */
  private static final double Z = 1.7507;

  /**
   * Reads a series.
   *
   * @param liveBytes in use, of each profile
   * @param times of the profiles, nanoseconds, ascending; 0 when undated
   * @return null for fewer than three profiles, and where they have no times
   */
  static @Nullable HeapTrend of(List<Double> liveBytes, List<Long> times) {
    int last = times.size() - 1;
    if (last < 2 || times.get(0) == 0 || times.get(last) <= times.get(0)) {
      return null;
    }
    double hours = hours(times, 0, last);
    double perHour = (liveBytes.get(last) - liveBytes.get(0)) / hours;
    // each step adds its share and an error of its own, whose variance is in proportion to its time
    double scatter = 0;
    int steps = 0;
    for (int i = 1; i <= last; i++) {
      double step = hours(times, i - 1, i);
      if (step > 0) {
        double off = liveBytes.get(i) - liveBytes.get(i - 1) - perHour * step;
        scatter += off * off / step;
        steps++;
      }
    }
    if (steps < 2) {
      return null;
    }
    double error = Math.sqrt(scatter / (steps - 1) / hours) * student(steps - 1);
    return new HeapTrend(
        liveBytes.get(last), new Interval(perHour - error, perHour, perHour + error));
  }

  private static double hours(List<Long> times, int from, int to) {
    return (times.get(to) - times.get(from)) / NANOS_PER_HOUR;
  }

  /** Student's quantile, from the normal one; Abramowitz and Stegun, 26.7.5. */
  private static double student(int degrees) {
    double cube = Z * Z * Z;
    double fifth = cube * Z * Z;
    return Z
        + (cube + Z) / (4 * degrees)
        + (5 * fifth + 16 * cube + 3 * Z) / (96.0 * degrees * degrees);
  }

  /** Seconds after the newest profile until so many bytes are live; null where it does not grow. */
  public @Nullable Interval secondsTo(double bytes) {
    double room = Math.max(0, bytes - liveBytes);
    if (room == 0) {
      return Interval.exactly(0);
    }
    return bytesPerHour.best() <= 0
        ? null
        : new Interval(
            seconds(room, bytesPerHour.high()),
            seconds(room, bytesPerHour.best()),
            seconds(room, bytesPerHour.low()));
  }

  private static double seconds(double room, double perHour) {
    return perHour <= 0 ? Spread.NEVER : room / perHour * 3600;
  }
}

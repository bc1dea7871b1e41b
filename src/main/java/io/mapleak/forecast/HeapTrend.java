package io.mapleak.forecast;

import io.mapleak.unit.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The live heap of a process through a series: all lines together, maps or not. It is carried on
 * evenly, in step with time and in step with the profiles; where these are taken after equal
 * amounts of work that take ever longer the two differ, and either may hold.
 */
public final class HeapTrend {
  private static final double SECONDS_PER_HOUR = 3600;

  private static final double NANOS = 1e9;

  /** Quantile of the normal distribution that leaves 4 % above. */
  private static final double Z = 1.7507;

  /**
   * One way of carrying it on.
   *
   * @param gained bytes from the first profile to the last, with the error of the mean step that
   *     the scatter of the steps leaves
   */
  private record Line(Course course, Interval gained) {
    /** Seconds after the newest profile until so many bytes more are live. */
    double seconds(double room, double gained) {
      return gained <= 0 ? Double.POSITIVE_INFINITY : course.secondsTo(1 + room / gained);
    }

    Interval seconds(double room) {
      return new Interval(
          seconds(room, gained.high()), seconds(room, gained.best()), seconds(room, gained.low()));
    }
  }

  private final double liveBytes;
  private final long newest;
  private final double spanSeconds;
  private final List<Line> lines;

  private HeapTrend(double liveBytes, List<Long> times, List<Line> lines) {
    this.liveBytes = liveBytes;
    this.newest = times.get(times.size() - 1);
    this.spanSeconds = (newest - times.get(0)) / NANOS;
    this.lines = lines;
  }

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
    List<Line> lines = new ArrayList<>();
    for (Course course : Course.even(times)) {
      Interval gained = gained(liveBytes, course);
      if (gained != null) {
        lines.add(new Line(course, gained));
      }
    }
    return lines.isEmpty() ? null : new HeapTrend(liveBytes.get(last), times, lines);
  }

  /** Each step adds its share and an error of its own, whose variance is in proportion to it. */
  private static @Nullable Interval gained(List<Double> liveBytes, Course course) {
    int last = liveBytes.size() - 1;
    double all = liveBytes.get(last) - liveBytes.get(0);
    double scatter = 0;
    int steps = 0;
    for (int i = 1; i <= last; i++) {
      double share = course.ofProfile(i) - course.ofProfile(i - 1);
      if (share > 0) {
        double off = liveBytes.get(i) - liveBytes.get(i - 1) - all * share;
        scatter += off * off / share;
        steps++;
      }
    }
    if (steps < 2) {
      return null;
    }
    double error = Math.sqrt(scatter / (steps - 1)) * student(steps - 1);
    return new Interval(all - error, all, all + error);
  }

  /** Student's quantile, from the normal one; Abramowitz and Stegun, 26.7.5. */
  private static double student(int degrees) {
    double cube = Z * Z * Z;
    double fifth = cube * Z * Z;
    return Z
        + (cube + Z) / (4 * degrees)
        + (5 * fifth + 16 * cube + 3 * Z) / (96.0 * degrees * degrees);
  }

  /** Bytes in use at the newest profile. */
  public double liveBytes() {
    return liveBytes;
  }

  /** Growth an hour, in the time after the newest profile that the series lasted before it. */
  public Interval bytesPerHour() {
    long later = newest + (long) (spanSeconds * NANOS);
    return hull(
        line ->
            line.gained()
                .times((line.course().ofTime(later) - 1) * SECONDS_PER_HOUR / spanSeconds));
  }

  /** Seconds after the newest profile until so many bytes are live; null where it does not grow. */
  public @Nullable Interval secondsTo(double bytes) {
    double room = bytes - liveBytes;
    if (room <= 0) {
      return Interval.exactly(0);
    }
    Interval seconds = hull(line -> line.seconds(room));
    return Double.isInfinite(seconds.best()) ? null : seconds;
  }

  /** What all lines allow, with the mean of their best guesses. */
  private Interval hull(Function<Line, Interval> figure) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    double sum = 0;
    for (Line line : lines) {
      Interval of = figure.apply(line);
      low = Math.min(low, of.low());
      high = Math.max(high, of.high());
      sum += of.best();
    }
    return new Interval(low, sum / lines.size(), high);
  }
}

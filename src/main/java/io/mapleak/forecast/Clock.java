package io.mapleak.forecast;

import java.util.List;

/**
 * What growth keeps step with: time, or the profiles themselves where these are taken after equal
 * amounts of work that take ever longer. Positions are 0 at the first profile and 1 at the last.
 */
final class Clock {
  private final List<Long> times;
  private final boolean byProfiles;
  private final double drift;

  private Clock(List<Long> times, boolean byProfiles) {
    this.times = times;
    this.byProfiles = byProfiles;
    this.drift = drift(times);
  }

  /** Both clocks, for profiles in time order, two at least. */
  static List<Clock> both(List<Long> times) {
    return List.of(new Clock(times, false), new Clock(times, true));
  }

  /** Mean change of the interval from one profile to the next, nanoseconds. */
  private static double drift(List<Long> times) {
    int intervals = times.size() - 1;
    if (intervals < 2) {
      return 0;
    }
    double first = times.get(1) - times.get(0);
    double last = times.get(intervals) - times.get(intervals - 1);
    return Math.max(0, (last - first) / (intervals - 1));
  }

  int profiles() {
    return times.size();
  }

  /** The position of a profile. */
  double ofProfile(int profile) {
    return byProfiles
        ? (double) profile / (times.size() - 1)
        : (double) (times.get(profile) - times.get(0)) / span();
  }

  /** The position of a time after the last profile. */
  double ofTime(long time) {
    double after = time - times.get(times.size() - 1);
    if (!byProfiles) {
      return 1 + after / span();
    }
    // k further intervals take k x (last + drift x (k + 1) / 2)
    double interval = lastInterval() + drift / 2;
    double k =
        drift == 0
            ? after / interval
            : (Math.sqrt(interval * interval + 2 * drift * after) - interval) / drift;
    return 1 + k / (times.size() - 1);
  }

  /** Seconds from the last profile to a position. */
  double secondsTo(double position) {
    double nanos;
    if (byProfiles) {
      double k = (position - 1) * (times.size() - 1);
      nanos = k * (lastInterval() + drift * (k + 1) / 2);
    } else {
      nanos = (position - 1) * span();
    }
    return nanos / 1e9;
  }

  private double span() {
    return times.get(times.size() - 1) - times.get(0);
  }

  private double lastInterval() {
    return times.get(times.size() - 1) - times.get(times.size() - 2);
  }
}

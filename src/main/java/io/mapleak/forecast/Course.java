package io.mapleak.forecast;

import io.mapleak.growth.Growth;
import io.mapleak.site.SiteHistory;
import java.util.ArrayList;
import java.util.List;

/**
 * A way in which entries may have grown through a series: in step with time, or with the profiles
 * where these are taken after equal amounts of work that take ever longer; evenly, or ever slower
 * or faster, or by fits and starts. Positions are 0 at the first profile and 1 at the last: the
 * share of the growth between them.
 */
final class Course {
  /**
   * Exponents of growth that slows down or speeds up: it may, but most loads are steady. Where the
   * load itself grows, entries grow with the square of time.
   */
  private static final double[] BENT = {0.6, 1.5, 2};

  /** Probability of growth that is bent by one of them. */
  private static final double BENT_PROBABILITY = 0.03;

  /** Probability of growth in fits and starts, as a companion shows it. */
  private static final double UNEVEN_PROBABILITY = 0.05;

  /** Samples of a companion from which on its own curve is followed. */
  private static final double LEAST_SAMPLES = 30;

  private final List<Long> times;
  private final boolean byProfiles;
  private final double exponent;
  private final double logProbability;
  private final double drift;
  private final double[] positions;

  private Course(
      List<Long> times,
      boolean byProfiles,
      double exponent,
      double logProbability,
      List<Double> uneven) {
    this.times = times;
    this.byProfiles = byProfiles;
    this.exponent = exponent;
    this.logProbability = logProbability;
    this.drift = drift(times);
    positions = new double[times.size()];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = uneven.isEmpty() ? Math.pow(even(i), exponent) : uneven.get(i);
    }
  }

  private double even(int profile) {
    return byProfiles
        ? (double) profile / (times.size() - 1)
        : (double) (times.get(profile) - times.get(0)) / span();
  }

  /** In step with time, and with the profiles: evenly. */
  static List<Course> even(List<Long> times) {
    return List.of(
        new Course(times, false, 1, 0, List.of()), new Course(times, true, 1, 0, List.of()));
  }

  /** All that are considered, for profiles in time order, two at least. */
  static List<Course> all(List<Long> times, Growth growth) {
    List<Course> courses = new ArrayList<>();
    double even = Math.log(0.5 - BENT.length * BENT_PROBABILITY - UNEVEN_PROBABILITY / 2);
    for (boolean byProfiles : new boolean[] {false, true}) {
      courses.add(new Course(times, byProfiles, 1, even, List.of()));
      for (double exponent : BENT) {
        courses.add(new Course(times, byProfiles, exponent, Math.log(BENT_PROBABILITY), List.of()));
      }
    }
    SiteHistory.Trail counted = growth.counted();
    if (counted != null && times.size() > 2) {
      uneven(times, counted, courses);
    }
    return courses;
  }

  /** The curve of a companion: each of its free points costs what a fitted parameter does. */
  private static void uneven(List<Long> times, SiteHistory.Trail trail, List<Course> courses) {
    int last = times.size() - 1;
    List<Double> levels = new ArrayList<>();
    double most = trail.live().get(0);
    for (double live : trail.live()) {
      most = Math.max(most, live);
      levels.add(most - trail.live().get(0));
    }
    double gained = levels.get(last);
    if (gained >= LEAST_SAMPLES) {
      double penalty = (last - 1) * Math.log(gained) / 2;
      courses.add(
          new Course(
              times,
              false,
              1,
              Math.log(UNEVEN_PROBABILITY) - penalty,
              levels.stream().map(level -> level / gained).toList()));
    }
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

  /** Log of the probability before a profile was looked at. */
  double logProbability() {
    return logProbability;
  }

  int profiles() {
    return times.size();
  }

  /** The position of a profile. */
  double ofProfile(int profile) {
    return positions[profile];
  }

  /** The position of a time after the last profile. */
  double ofTime(long time) {
    return Math.pow(evenOfTime(time), exponent);
  }

  private double evenOfTime(long time) {
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
    double even = Math.pow(position, 1 / exponent);
    double nanos;
    if (byProfiles) {
      double k = (even - 1) * (times.size() - 1);
      nanos = k * (lastInterval() + drift * (k + 1) / 2);
    } else {
      nanos = (even - 1) * span();
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

package io.mapleak.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * Entries through time as few stretches of constant growth, beginning with an empty map.
 *
 * @param stretches in time order, without gaps
 * @param moments of the profiles since the beginning, nanoseconds, rounded
 */
record EntriesPath(List<Stretch> stretches, List<Long> moments) {
  /** How far a stretch may pass beside the entries of a profile, relative. */
  private static final double TOLERANCE = 0.02;

  /**
   * Parts of the whole time, and of the shortest time between two profiles, that are told apart:
   * three digits of lengths of time, as people write them.
   */
  private static final long PARTS = 1000;

  private static final long PARTS_BETWEEN = 20;

  /** A past longer than this many times the series is cut to it. */
  private static final double LONGEST_PAST = 20;

  /**
   * A stretch of time.
   *
   * @param from entries at its beginning
   * @param to entries at its end
   */
  record Stretch(long nanos, long from, long to) {}

  EntriesPath {
    stretches = List.copyOf(stretches);
    moments = List.copyOf(moments);
  }

  /**
   * The path through the entries of all profiles.
   *
   * @param times of the profiles, nanoseconds, ascending
   * @param entries at each
   * @param allowed whether so many entries can be at a profile, as its arrays tell
   */
  static EntriesPath through(
      List<Long> times, List<Double> entries, BiPredicate<Integer, Double> allowed) {
    long past = past(times, entries);
    List<Long> moments = moments(times, past);
    List<Stretch> stretches = new ArrayList<>();
    long at = 0;
    double n = 0;
    int next = 0;
    while (next < moments.size()) {
      int end = next;
      while (end + 1 < moments.size()
          && isStraight(moments, entries, at, n, next, end + 1, allowed)) {
        end++;
      }
      stretches.add(
          new Stretch(moments.get(end) - at, Math.round(n), Math.round(entries.get(end))));
      at = moments.get(end);
      n = entries.get(end);
      next = end + 1;
    }
    return new EntriesPath(stretches, moments);
  }

  private static List<Long> moments(List<Long> times, long past) {
    long finest = (times.get(times.size() - 1) - times.get(0) + past) / PARTS;
    for (int i = 1; i < times.size(); i++) {
      finest = Math.min(finest, (times.get(i) - times.get(i - 1)) / PARTS_BETWEEN);
    }
    long unit = 1;
    while (unit <= finest / 10) {
      unit *= 10;
    }
    List<Long> moments = new ArrayList<>();
    for (long time : times) {
      moments.add((time - times.get(0) + past + unit / 2) / unit * unit);
    }
    return moments;
  }

  /** How long the entries of the first profile took at the rate of the series. */
  private static long past(List<Long> times, List<Double> entries) {
    int last = times.size() - 1;
    double span = Math.max(1, times.get(last) - times.get(0));
    double gained = entries.get(last) - entries.get(0);
    double past = gained <= 0 ? span : span * entries.get(0) / gained;
    double shortest = last == 0 ? 1e9 : span / last / 10;
    return (long) Math.max(shortest, Math.min(LONGEST_PAST * span, past));
  }

  private static boolean isStraight(
      List<Long> moments,
      List<Double> entries,
      long at,
      double n,
      int next,
      int end,
      BiPredicate<Integer, Double> allowed) {
    double slope = (entries.get(end) - n) / Math.max(1, moments.get(end) - at);
    for (int i = next; i <= end; i++) {
      double straight = n + slope * (moments.get(i) - at);
      if (Math.abs(straight - entries.get(i)) > TOLERANCE * entries.get(i)
          || !allowed.test(i, straight)) {
        return false;
      }
    }
    return true;
  }
}

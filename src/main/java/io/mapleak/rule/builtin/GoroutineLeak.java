package io.mapleak.rule.builtin;

import io.mapleak.evidence.GoroutineSeries;
import io.mapleak.evidence.GoroutineSnapshot;
import io.mapleak.evidence.GoroutineTrack;
import io.mapleak.rule.Evidence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goroutines that gather at one line. Counts are exact, so few snapshots tell much.
 *
 * @param track the goroutines
 * @param steps snapshots of the series
 * @param strength how well their growth is shown
 */
record GoroutineLeak(GoroutineTrack track, int steps, Strength strength) {
  /** How well it is shown that they leak. */
  enum Strength {
    /** Many, but no growth was seen. */
    MANY,
    /** More in the second of two snapshots, or growth that is slowing. */
    MORE,
    /** They rise through the series and never fall. */
    GROWS,
    /** The collector proved that nothing can wake them. */
    PROVED
  }

  /** New goroutines in a series from which on it is no burst of work. */
  private static final long LEAST_GROWN = 50;

  /** The newest count against the oldest. */
  private static final double LEAST_FACTOR = 1.5;

  /** Share of the steps that must rise. */
  private static final double MOSTLY_RISES = 0.6;

  /** A fall up to this share of the growth is work that comes and goes. */
  private static final double SMALL_FALL = 0.05;

  /** Growth of the second half against that of the first: below it the growth is ending. */
  private static final double GOES_ON = 0.4;

  /** Snapshots that tell growth from a burst. */
  private static final int SURE_STEPS = 4;

  /** Between two snapshots alone: as many new ones show more than a burst. */
  private static final long MANY_MORE = 1000;

  /** Blocked at one line in one snapshot: LeakProf's threshold of Uber's services. */
  private static final long MANY = 10_000;

  /** Dated snapshots up to this much before the first heap profile belong to its process. */
  private static final long MARGIN_NANOS = 60_000_000_000L;

  /** All leaks, those with the most goroutines first. */
  static List<GoroutineLeak> of(Evidence evidence) {
    List<GoroutineSnapshot> snapshots = evidence.side().goroutines();
    long since = evidence.times().isEmpty() ? 0 : evidence.times().get(0) - MARGIN_NANOS;
    GoroutineSeries series =
        GoroutineSeries.of(
            snapshots.stream().filter(s -> s.timeNanos() == 0 || s.timeNanos() > since).toList());
    List<GoroutineLeak> leaks = new ArrayList<>();
    for (GoroutineTrack track : series.tracks()) {
      Strength strength = strength(track);
      if (strength != null) {
        leaks.add(new GoroutineLeak(track, series.times().size(), strength));
      }
    }
    return leaks;
  }

  private static @Nullable Strength strength(GoroutineTrack track) {
    if (track.leaked() > 0) {
      return Strength.PROVED;
    }
    if (track.at().isStandard()) {
      return null;
    }
    int steps = track.counts().size();
    if (steps >= 2 && grows(track)) {
      return steps >= SURE_STEPS
          ? Strength.GROWS
          : track.grown() >= MANY_MORE || steps > 2 ? Strength.MORE : null;
    }
    boolean steady = steps >= SURE_STEPS;
    return !steady && track.last() >= MANY ? Strength.MANY : null;
  }

  private static boolean grows(GoroutineTrack track) {
    List<Long> counts = track.counts();
    long grown = track.grown();
    if (grown < LEAST_GROWN || track.last() < LEAST_FACTOR * counts.get(0)) {
      return false;
    }
    int rises = 0;
    for (int i = 1; i < counts.size(); i++) {
      long change = counts.get(i) - counts.get(i - 1);
      if (change < -SMALL_FALL * grown) {
        return false;
      }
      rises += change > 0 ? 1 : 0;
    }
    int middle = (counts.size() - 1) / 2;
    double late = (double) (track.last() - counts.get(middle)) / (counts.size() - 1 - middle);
    double all = (double) grown / (counts.size() - 1);
    return rises >= MOSTLY_RISES * (counts.size() - 1) && late >= GOES_ON * all;
  }
}

package io.mapleak.growth;

import io.mapleak.gomap.ClassicLayout;
import io.mapleak.site.SiteHistory;
import io.mapleak.unit.Interval;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Entries an hour; null where the series has no times. */
final class GrowthRate {
  private static final double NANOS_PER_HOUR = 3.6e12;

  private GrowthRate() {}

  /**
   * Growth in entries an hour between the last two doublings of a classic map: it had a quarter of
   * its entries at the one and half at the other, and each lies anywhere in the interval before the
   * profile that shows it.
   */
  static @Nullable Interval ofDoublings(SiteHistory history, ArrayTrend arrays, List<Long> times) {
    int count = arrays.doublings().size();
    if (count < 2 || !history.hasOneArray() || times.get(0) == 0) {
      return null;
    }
    int from = arrays.doublings().get(count - 2);
    int to = arrays.doublings().get(count - 1);
    double entries = capacity(history) / 4;
    double longest = (times.get(to) - times.get(from - 1)) / NANOS_PER_HOUR;
    double shortest = (times.get(to - 1) - times.get(from)) / NANOS_PER_HOUR;
    double likely = (times.get(to) - times.get(from)) / NANOS_PER_HOUR;
    if (shortest <= 0) {
      return null;
    }
    return new Interval(entries / longest, entries / likely, entries / shortest);
  }

  /** Most entries of the largest array alive; what is known of them may be narrower. */
  private static double capacity(SiteHistory history) {
    long largest = history.steps().get(history.steps().size() - 1).largest();
    Integer slot = history.site().slotBytes();
    for (boolean header : new boolean[] {true, false}) {
      int b = slot == null ? -1 : new ClassicLayout(slot, header).bOf(largest);
      if (b >= 0) {
        return ClassicLayout.maxEntries(b);
      }
    }
    return history.grown().high();
  }

  /** Growth of counted entries between the first profile and the last, at 95 %. */
  static @Nullable Interval ofCount(SiteHistory.Trail witness, CountTrend trend, List<Long> times) {
    long nanos = times.get(times.size() - 1) - times.get(0);
    if (nanos <= 0 || times.get(0) == 0) {
      return null;
    }
    double hours = nanos / NANOS_PER_HOUR;
    double margin = 1.96 * trend.error();
    double scale = witness.weight() / hours;
    return new Interval(
        (trend.gain() - margin) * scale, trend.gain() * scale, (trend.gain() + margin) * scale);
  }
}

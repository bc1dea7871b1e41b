package io.mapleak.growth;

import io.mapleak.site.SiteHistory;
import java.util.ArrayList;
import java.util.List;

/**
 * What a map's arrays alone tell of its growth. Arrays double, so between two doublings nothing is
 * to be seen; but a map that grows at a constant rate needs twice as long for each doubling, which
 * tells when the next one is due.
 *
 * @param doublings indexes of the profiles that first show a larger array
 * @param overdue time since the last doubling as a share of the longest time that the next may take
 * @param firstBytes live bytes in the first profile
 * @param lastBytes live bytes in the last
 */
public record ArrayTrend(
    List<Integer> doublings, double overdue, double firstBytes, double lastBytes) {
  /** Growth of the level that counts as a doubling; tables split within a few profiles. */
  private static final double DOUBLING = 1.4;

  public ArrayTrend {
    doublings = List.copyOf(doublings);
  }

  static ArrayTrend of(List<SiteHistory.Step> steps, boolean byLargest) {
    List<Integer> doublings = new ArrayList<>();
    double level = 0;
    for (int i = 0; i < steps.size(); i++) {
      double now = byLargest ? steps.get(i).largest() : steps.get(i).liveSampled();
      if (level > 0 && now >= DOUBLING * level) {
        doublings.add(i);
        level = now;
      } else if (level == 0) {
        level = now;
      }
    }
    int count = doublings.size();
    double overdue = Double.POSITIVE_INFINITY;
    if (count >= 2) {
      double since = steps.size() - 1.0 - doublings.get(count - 1);
      // the doubling lies anywhere in the interval before the profile that shows it
      double before = doublings.get(count - 1) - doublings.get(count - 2) + 1.0;
      overdue = since / (2 * before);
    }
    return new ArrayTrend(
        doublings, overdue, steps.get(0).liveBytes(), steps.get(steps.size() - 1).liveBytes());
  }

  /** Whether the arrays have doubled twice at least, and the next doubling is not overdue. */
  public boolean grows() {
    return doublings.size() >= 2 && overdue < 1;
  }
}

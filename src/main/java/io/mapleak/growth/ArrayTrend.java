package io.mapleak.growth;

import io.mapleak.site.SiteHistory;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of a map's arrays through a series. Arrays double, so between two doublings nothing
 * is to be seen; what the times of the doublings tell is in {@link SiteHistory#goesOn}.
 *
 * @param doublings indexes of the profiles that first show a larger array
 * @param firstBytes live bytes in the first profile
 * @param lastBytes live bytes in the last
 */
public record ArrayTrend(List<Integer> doublings, double firstBytes, double lastBytes) {
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
    return new ArrayTrend(
        doublings, steps.get(0).liveBytes(), steps.get(steps.size() - 1).liveBytes());
  }

  /** Bytes that the arrays gained between the first profile and the last; 0 when they lost some. */
  public double bytesGrown() {
    return Math.max(0, lastBytes - firstBytes);
  }
}

package io.mapleak.fix;

import io.mapleak.growth.Growth;
import io.mapleak.site.SiteHistory;
import io.mapleak.unit.Interval;
import org.jspecify.annotations.Nullable;

/**
 * A site of a series, and how fast it grows.
 *
 * @param perHour entries gained; null where nothing tells
 * @param latePerHour the same in the second half of the series; null where that is too short
 */
public record SiteGrowth(
    SiteHistory history,
    Growth growth,
    @Nullable Interval perHour,
    @Nullable Interval latePerHour) {
  /** Share of the likeliest growth that there must be at least for it to be believed by itself. */
  private static final double SURE = 0.3;

  /** Whether the judgement of its growth says that it grows. */
  public boolean grows() {
    return growth.verdict() == Growth.Verdict.GROWS || growth.verdict() == Growth.Verdict.MAY_GROW;
  }

  /**
   * Whether it is one that a fix is for: it grows, or too little was counted to say so by itself.
   */
  boolean isToBeFixed() {
    boolean thin =
        growth.verdict() == Growth.Verdict.UNKNOWN || growth.verdict() == Growth.Verdict.STEADY;
    return grows() || (thin && perHour != null && perHour.low() > SURE * perHour.best());
  }
}

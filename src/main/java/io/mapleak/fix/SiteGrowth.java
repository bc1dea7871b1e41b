package io.mapleak.fix;

import io.mapleak.growth.Growth;
import io.mapleak.site.SiteHistory;
import io.mapleak.unit.Interval;
import org.jspecify.annotations.Nullable;

/**
 * A site of a series, and how fast it grows.
 *
 * @param gained entries between the first profile and the last; null where nothing tells
 */
public record SiteGrowth(SiteHistory history, Growth growth, @Nullable Interval gained) {
  /** Whether it is one that a fix is for. */
  boolean grows() {
    return growth.verdict() == Growth.Verdict.GROWS || growth.verdict() == Growth.Verdict.MAY_GROW;
  }
}

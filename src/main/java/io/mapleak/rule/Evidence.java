package io.mapleak.rule;

import io.mapleak.evidence.SideEvidence;
import io.mapleak.growth.Growth;
import io.mapleak.site.AllocationPoint;
import io.mapleak.site.SiteHistory;
import java.util.List;

/**
 * What rules judge.
 *
 * @param sites the map sites with their growth, largest first
 * @param times of the profiles, nanoseconds since 1970-01-01 UTC; 0 when undated
 * @param heapBytes live bytes of the newest profile, all lines together
 * @param side what inputs beside heap profiles say
 * @param points what the newest profile says of each allocating instruction; empty where no rule
 *     needs it
 */
public record Evidence(
    List<JudgedGrowth> sites,
    List<Long> times,
    double heapBytes,
    SideEvidence side,
    List<AllocationPoint> points) {
  /** Evidence of heap profiles alone. */
  public Evidence(List<JudgedGrowth> sites, List<Long> times, double heapBytes) {
    this(sites, times, heapBytes, SideEvidence.NONE, List.of());
  }

  public Evidence {
    sites = List.copyOf(sites);
    times = List.copyOf(times);
    points = List.copyOf(points);
  }

  /** A site through the series, and what that says of its growth. */
  public record JudgedGrowth(SiteHistory history, Growth growth) {}
}

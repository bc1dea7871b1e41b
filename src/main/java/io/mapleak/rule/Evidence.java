package io.mapleak.rule;

import io.mapleak.evidence.SideEvidence;
import io.mapleak.growth.Growth;
import io.mapleak.site.AllocationPoint;
import io.mapleak.site.MapLines;
import io.mapleak.site.MapSite;
import io.mapleak.site.SiteHistory;
import io.mapleak.source.MapSource;
import java.util.List;
import java.util.Optional;

/**
 * What rules judge.
 *
 * @param sites the map sites with their growth, largest first
 * @param times of the profiles, nanoseconds since 1970-01-01 UTC; 0 when undated
 * @param heapBytes live bytes of the newest profile, all lines together
 * @param side what inputs beside heap profiles say
 * @param points what the newest profile says of each allocating instruction; empty where no rule
 *     needs it
 * @param lines what the source says of the sites' lines
 */
public record Evidence(
    List<JudgedGrowth> sites,
    List<Long> times,
    double heapBytes,
    SideEvidence side,
    List<AllocationPoint> points,
    MapLines lines) {
  /** Evidence of heap profiles alone. */
  public Evidence(List<JudgedGrowth> sites, List<Long> times, double heapBytes) {
    this(sites, times, heapBytes, SideEvidence.NONE, List.of());
  }

  /** Evidence without source. */
  public Evidence(
      List<JudgedGrowth> sites,
      List<Long> times,
      double heapBytes,
      SideEvidence side,
      List<AllocationPoint> points) {
    this(sites, times, heapBytes, side, points, MapLines.NONE);
  }

  public Evidence {
    sites = List.copyOf(sites);
    times = List.copyOf(times);
    points = List.copyOf(points);
  }

  /** What the source says of the map at a site; empty when there is none, or it says nothing. */
  public Optional<MapSource> source(MapSite site) {
    return lines.map(site.at());
  }

  /** Whether source was given at all. */
  public boolean hasSource() {
    return lines != MapLines.NONE;
  }

  /** A site through the series, and what that says of its growth. */
  public record JudgedGrowth(SiteHistory history, Growth growth) {}
}

package io.mapleak.fix;

import java.util.List;

/**
 * A comparison of two series.
 *
 * @param verdict on all sites together: one that still grows decides
 * @param sites those that grew before, the most bytes first
 * @param needed what would decide it; empty when it is decided
 */
public record FixResult(FixVerdict verdict, List<SiteFix> sites, String needed) {
  public FixResult {
    sites = List.copyOf(sites);
  }
}

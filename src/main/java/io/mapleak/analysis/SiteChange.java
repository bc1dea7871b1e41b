package io.mapleak.analysis;

import io.mapleak.growth.SampledChange;
import io.mapleak.site.MapSite;

/**
 * What became of a map site from one profile to another.
 *
 * @param site as the second profile shows it, or the first where only that does
 * @param before live bytes of its arrays, keys and values in the first
 * @param after the same in the second
 * @param change the difference with its sampling error
 * @param outcome what it means
 */
public record SiteChange(
    MapSite site, double before, double after, SampledChange change, Outcome outcome) {
  /** What a difference means. */
  public enum Outcome {
    GREW,
    SHRANK,
    /** A difference, but chance may have made it. */
    UNCLEAR,
    SAME;

    /** Name in documents for scripts. */
    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}

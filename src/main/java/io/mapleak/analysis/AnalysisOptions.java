package io.mapleak.analysis;

import io.mapleak.gomap.GoVersion;
import org.jspecify.annotations.Nullable;

/**
 * What the user tells the analysis.
 *
 * @param goOverride the Go release of the process; null: read it off the profile
 */
public record AnalysisOptions(@Nullable GoVersion goOverride) {
  /** Nothing is told. */
  public static final AnalysisOptions DEFAULT = new AnalysisOptions(null);
}

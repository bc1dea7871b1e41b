package io.mapleak.analysis;

import io.mapleak.gomap.GoVersion;
import io.mapleak.site.MapLines;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What the user tells the analysis.
 *
 * @param goOverride the Go release of the process; null: read it off the profile
 * @param rss resident size of the process in bytes; empty: not told
 * @param source what the source says of lines
 */
public record AnalysisOptions(@Nullable GoVersion goOverride, OptionalLong rss, MapLines source) {
  /** What is told without source. */
  public AnalysisOptions(@Nullable GoVersion goOverride, OptionalLong rss) {
    this(goOverride, rss, MapLines.NONE);
  }

  /** Nothing is told. */
  public static final AnalysisOptions DEFAULT = new AnalysisOptions(null, OptionalLong.empty());
}

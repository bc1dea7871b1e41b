package io.mapleak.analysis;

import io.mapleak.gomap.GoVersion;
import io.mapleak.site.CodeLine;
import io.mapleak.site.MapLines;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the user tells the analysis.
 *
 * @param goOverride the Go release of the process; null: read it off the profile
 * @param rss resident size of the process in bytes; empty: not told
 * @param source what the source says of lines
 * @param replays whether findings of growth are held against a replay of their map's workload
 * @param limit memory limit of the process in bytes; empty: not told
 */
public record AnalysisOptions(
    @Nullable GoVersion goOverride,
    OptionalLong rss,
    MapLines source,
    boolean replays,
    OptionalLong limit) {
  /** What is told without source. */
  public AnalysisOptions(@Nullable GoVersion goOverride, OptionalLong rss) {
    this(goOverride, rss, MapLines.NONE, false, OptionalLong.empty());
  }

  /** The same, and that there is a map at the lines that a user names. */
  AnalysisOptions naming(Predicate<CodeLine> lines) {
    return new AnalysisOptions(goOverride, rss, source.naming(lines), replays, limit);
  }

  /** The same with findings of growth held against a replay, or not. */
  public AnalysisOptions withReplays(boolean held) {
    return new AnalysisOptions(goOverride, rss, source, held, limit);
  }

  /** Nothing is told. */
  public static final AnalysisOptions DEFAULT = new AnalysisOptions(null, OptionalLong.empty());
}

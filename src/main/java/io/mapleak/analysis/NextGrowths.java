package io.mapleak.analysis;

import io.mapleak.finding.Finding;
import io.mapleak.finding.Severity;
import io.mapleak.forecast.Forecaster;
import io.mapleak.forecast.SiteForecast;
import io.mapleak.gomap.GoVersion;
import io.mapleak.rule.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the gravest findings of growth come to next. */
public final class NextGrowths {
  /** Fact: seconds after the newest profile until the arrays grow, an interval. */
  public static final String SECONDS = "next_growth_seconds";

  /** Fact: bytes of the arrays after that. */
  public static final String BYTES = "next_growth_bytes";

  /** Findings that are carried on: each is a look at all profiles, and the first screen has few. */
  private static final int MOST = 3;

  private NextGrowths() {}

  /**
   * The findings, the first ones with the next growth of their maps where it can be told.
   *
   * @param findings most important first
   * @param rate sampling interval, bytes
   */
  static List<Finding> of(List<Finding> findings, Evidence evidence, long rate, GoVersion go) {
    List<Finding> all = new ArrayList<>();
    int told = 0;
    for (Finding finding : findings) {
      SiteForecast.NextGrowth next =
          told < MOST && finding.severity() == Severity.HIGH
              ? next(finding, evidence, rate, go)
              : null;
      told += next == null ? 0 : 1;
      all.add(
          next == null
              ? finding
              : finding.withFacts(
                  Map.of(SECONDS, next.seconds(), BYTES, Math.round(next.arrayBytes()))));
    }
    return all;
  }

  private static SiteForecast.@Nullable NextGrowth next(
      Finding finding, Evidence evidence, long rate, GoVersion go) {
    if (!finding.facts().containsKey(ReplayedFindings.BYTES_GROWN)) {
      return null;
    }
    for (Evidence.JudgedGrowth judged : evidence.sites()) {
      if (judged.history().site().id().equals(finding.place().siteId())) {
        return Forecaster.next(judged.history(), judged.growth(), evidence.times(), rate, go);
      }
    }
    return null;
  }
}

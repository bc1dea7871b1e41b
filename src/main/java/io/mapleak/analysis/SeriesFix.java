package io.mapleak.analysis;

import io.mapleak.fix.FixJudge;
import io.mapleak.fix.FixResult;
import io.mapleak.fix.SiteGrowth;
import io.mapleak.forecast.EntriesHistory;
import io.mapleak.gomap.GoVersion;
import io.mapleak.rule.Evidence;
import io.mapleak.site.GoVersionReading;
import java.util.ArrayList;
import java.util.List;

/** Compares series of heap profiles from before and after a change. */
public final class SeriesFix {
  private SeriesFix() {}

  /** Whether what grew before does so after; one heap profile at least in each series. */
  public static FixResult compare(Series before, Series after, AnalysisOptions options) {
    SeriesEvidence then = SeriesEvidence.of(before, before.side(), options);
    SeriesEvidence now = SeriesEvidence.of(after, after.side(), options);
    return FixJudge.judge(
        growths(then, rate(before)),
        then.evidence().times(),
        growths(now, rate(after)),
        now.evidence().times(),
        rate(after));
  }

  private static long rate(Series series) {
    return series.newest().orElseThrow().profile().header().period();
  }

  private static List<SiteGrowth> growths(SeriesEvidence read, long rate) {
    GoVersionReading go = read.go();
    List<Long> times = read.evidence().times();
    List<SiteGrowth> growths = new ArrayList<>();
    for (Evidence.JudgedGrowth each : read.evidence().sites()) {
      boolean dated = times.get(times.size() - 1) > times.get(0);
      EntriesHistory entries =
          dated
              ? EntriesHistory.of(
                  each.history(),
                  each.growth(),
                  times,
                  rate,
                  go == null ? GoVersion.NEWEST : go.high())
              : null;
      growths.add(
          new SiteGrowth(each.history(), each.growth(), entries == null ? null : entries.gained()));
    }
    return growths;
  }
}

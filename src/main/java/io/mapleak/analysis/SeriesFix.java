package io.mapleak.analysis;

import io.mapleak.fix.FixJudge;
import io.mapleak.fix.FixResult;
import io.mapleak.fix.SiteGrowth;
import io.mapleak.forecast.EntriesHistory;
import io.mapleak.gomap.GoVersion;
import io.mapleak.rule.Evidence;
import io.mapleak.site.AllocationPoint;
import io.mapleak.site.AllocationPoints;
import io.mapleak.site.CodeLine;
import io.mapleak.site.GoVersionReading;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Compares series of heap profiles from before and after a change. */
public final class SeriesFix {
  private static final double NANOS_PER_HOUR = 3.6e12;

  /** Profiles from which on half a series shows a rate. */
  private static final int LEAST_PROFILES = 3;

  private SeriesFix() {}

  /** Whether what grew before does so after; one heap profile at least in each series. */
  public static FixResult compare(Series before, Series after, AnalysisOptions options) {
    SeriesEvidence then = SeriesEvidence.of(before, before.side(), options);
    SeriesEvidence now = SeriesEvidence.of(after, after.side(), options);
    List<SiteGrowth> late = secondHalf(after, options);
    List<SiteGrowth> growths =
        growths(now, rate(after)).stream().map(each -> withLate(each, late)).toList();
    FixResult result =
        FixJudge.judge(
            growths(then, rate(before)),
            then.evidence().times(),
            growths,
            now.evidence().times(),
            rate(after),
            lines -> 2 * (liveBytes(after, true, lines) - liveBytes(after, false, lines)));
    return OtherProgram.excluded(result, before, after);
  }

  private static SiteGrowth withLate(SiteGrowth whole, List<SiteGrowth> late) {
    for (SiteGrowth each : late) {
      if (each.history().site().at().equals(whole.history().site().at())) {
        return new SiteGrowth(whole.history(), whole.growth(), whole.perHour(), each.perHour());
      }
    }
    return whole;
  }

  /** Live bytes that lines hold in the newest profile or the middle one. */
  private static double liveBytes(Series series, boolean newest, Set<CodeLine> lines) {
    List<Snapshot> snapshots = series.snapshots();
    double bytes = 0;
    for (AllocationPoint point :
        AllocationPoints.of(
            snapshots.get(newest ? snapshots.size() - 1 : (snapshots.size() - 1) / 2).profile())) {
      bytes += lines.contains(point.owner()) ? point.inuseBytes() : 0;
    }
    return bytes;
  }

  private static List<SiteGrowth> secondHalf(Series series, AnalysisOptions options) {
    List<Snapshot> all = series.snapshots();
    List<Snapshot> half = all.subList(all.size() / 2, all.size());
    Series later = new Series(half, series.inputs(), series.diagnostics(), series.side());
    return half.size() < LEAST_PROFILES
        ? List.of()
        : growths(SeriesEvidence.of(later, later.side(), options), rate(later));
  }

  private static long rate(Series series) {
    return series.newest().orElseThrow().profile().header().period();
  }

  private static List<SiteGrowth> growths(SeriesEvidence read, long rate) {
    GoVersionReading go = read.go();
    GoVersion release = go == null ? GoVersion.NEWEST : go.high();
    List<Long> times = read.evidence().times();
    double hours = (times.get(times.size() - 1) - times.get(0)) / NANOS_PER_HOUR;
    List<SiteGrowth> growths = new ArrayList<>();
    for (Evidence.JudgedGrowth each : read.evidence().sites()) {
      EntriesHistory entries =
          times.get(0) > 0 && hours > 0
              ? EntriesHistory.of(each.history(), each.growth(), times, rate, release)
              : null;
      growths.add(
          new SiteGrowth(
              each.history(),
              each.growth(),
              entries == null ? null : entries.gained().times(1 / hours),
              null));
    }
    return growths;
  }
}

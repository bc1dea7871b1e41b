package io.mapleak.analysis;

import io.mapleak.evidence.SideEvidence;
import io.mapleak.growth.Growth;
import io.mapleak.growth.GrowthJudge;
import io.mapleak.profile.Profile;
import io.mapleak.rule.Evidence;
import io.mapleak.site.AllocationPoint;
import io.mapleak.site.AllocationPoints;
import io.mapleak.site.GoVersionReader;
import io.mapleak.site.GoVersionReading;
import io.mapleak.site.SeriesSites;
import io.mapleak.site.SiteHistory;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a series holds for rules and forecasts.
 *
 * @param evidence sites through the series with their growth, and the other inputs
 * @param go the release; null without a heap profile
 */
record SeriesEvidence(Evidence evidence, @Nullable GoVersionReading go) {
  static SeriesEvidence of(Series series, SideEvidence side, AnalysisOptions options) {
    List<Long> times = series.snapshots().stream().map(Snapshot::timeNanos).toList();
    if (series.snapshots().isEmpty()) {
      return new SeriesEvidence(
          new Evidence(List.of(), times, 0, side, List.of(), options.source()), null);
    }
    List<Profile> profiles = series.snapshots().stream().map(Snapshot::profile).toList();
    Profile newest = profiles.get(profiles.size() - 1);
    GoVersionReading go =
        options.goOverride() == null
            ? GoVersionReader.read(newest)
            : GoVersionReader.given(options.goOverride());
    List<SiteHistory> histories = SeriesSites.infer(profiles, go, options.source());
    List<Growth> growths = GrowthJudge.judge(histories, times);
    List<Evidence.JudgedGrowth> judged = new ArrayList<>();
    for (int i = 0; i < histories.size(); i++) {
      judged.add(new Evidence.JudgedGrowth(histories.get(i), growths.get(i)));
    }
    boolean goroutines = !side.goroutines().isEmpty();
    List<AllocationPoint> points = goroutines ? AllocationPoints.of(newest) : List.of();
    return new SeriesEvidence(
        new Evidence(judged, times, inuseBytes(newest), side, points, options.source()), go);
  }

  static double inuseBytes(Profile profile) {
    int type = profile.sampleTypeIndex("inuse_space");
    double sum = 0;
    for (int sample = 0; type >= 0 && sample < profile.samples().size(); sample++) {
      sum += profile.samples().value(sample, type);
    }
    return sum;
  }
}

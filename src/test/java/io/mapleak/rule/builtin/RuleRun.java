package io.mapleak.rule.builtin;

import io.mapleak.evidence.SideEvidence;
import io.mapleak.finding.Finding;
import io.mapleak.growth.Growth;
import io.mapleak.growth.GrowthJudge;
import io.mapleak.profile.Profile;
import io.mapleak.rule.Evidence;
import io.mapleak.rule.Rule;
import io.mapleak.site.GoVersionReader;
import io.mapleak.site.SeriesSites;
import io.mapleak.site.SiteHistory;
import io.mapleak.testing.GoHeap;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/** One rule on a made-up series, a profile a minute. */
final class RuleRun {
  private RuleRun() {}

  /**
   * The findings of a rule.
   *
   * @param release the empty profile of a minute
   * @param steps what the sampler saw, oldest first
   */
  static List<Finding> findings(
      Rule rule, IntFunction<GoHeap> release, List<Consumer<GoHeap>> steps) {
    return outcome(rule, release, steps).findings();
  }

  static Rule.Outcome outcome(
      Rule rule, IntFunction<GoHeap> release, List<Consumer<GoHeap>> steps) {
    List<Profile> profiles = new ArrayList<>();
    for (int minute = 0; minute < steps.size(); minute++) {
      GoHeap heap = release.apply(minute);
      steps.get(minute).accept(heap);
      profiles.add(heap.build());
    }
    return rule.judge(evidence(profiles, SideEvidence.NONE));
  }

  /** What rules judge of a series with other evidence beside it. */
  static Evidence evidence(List<Profile> profiles, SideEvidence side) {
    List<Long> times = profiles.stream().map(p -> p.header().timeNanos()).toList();
    List<SiteHistory> histories =
        SeriesSites.infer(profiles, GoVersionReader.read(profiles.get(profiles.size() - 1)));
    List<Growth> growths = GrowthJudge.judge(histories, times);
    List<Evidence.JudgedGrowth> judged = new ArrayList<>();
    for (int i = 0; i < histories.size(); i++) {
      judged.add(new Evidence.JudgedGrowth(histories.get(i), growths.get(i)));
    }
    return new Evidence(judged, times, 0, side, List.of());
  }
}

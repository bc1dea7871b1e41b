package io.mapleak.replay;

import io.mapleak.gomap.GoVersion;
import io.mapleak.simulator.alternative.Design;
import io.mapleak.simulator.workload.Sample;
import io.mapleak.simulator.workload.Simulation;
import io.mapleak.simulator.workload.Simulator;
import io.mapleak.site.Sampling;
import io.mapleak.site.SiteHistory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Runs a derived workload on the model of its release. */
public final class Replayer {
  /** Seed of all runs: what is compared must see the same keys. */
  static final long SEED = 1;

  /**
   * Hash seeds tried where these decide when tables split: with 32 tables in the midst of their
   * splits, runs of one seed differ by 9 % from each other, but by 6 % from the median.
   */
  private static final int HASH_SEEDS = 9;

  /** Operations of all runs together that a user waits for; the first run may take longer. */
  private static final long MOST_OPERATIONS = 20_000_000;

  private Replayer() {}

  /**
   * What the model has at each profile: of several hash seeds the one with the median arrays.
   *
   * @param times of the profiles, nanoseconds; 0 when undated
   * @param rate sampling interval, bytes
   */
  public static List<Replay.Step> steps(
      Derived derived, SiteHistory history, List<Long> times, long rate) {
    List<List<Sample>> runs = runs(derived);
    Sampling sampling = new Sampling(rate);
    List<Replay.Step> steps = new ArrayList<>();
    for (int i = 0; i < times.size(); i++) {
      int profile = i;
      List<Sample> then =
          runs.stream()
              .map(run -> run.get(profile))
              .sorted(Comparator.comparingLong(Sample::arrayBytes))
              .toList();
      steps.add(
          new Replay.Step(
              times.get(i),
              Observed.of(history, i, sampling),
              Predicted.of(then.get(then.size() / 2), derived.read(), i)));
    }
    return steps;
  }

  /** The samples of one run for each hash seed. */
  private static List<List<Sample>> runs(Derived derived) {
    Design design = derived.choice().design(derived.go(), derived.workload().type(), 0);
    long[] moments = derived.moments().stream().mapToLong(Long::longValue).toArray();
    int seeds = derived.go().atLeast(GoVersion.FIRST_SWISS) ? HASH_SEEDS : 1;
    List<List<Sample>> runs = new ArrayList<>();
    long operations = 0;
    for (int i = 0; i < seeds && operations <= MOST_OPERATIONS; i++) {
      Simulation run = new Simulator(derived.workload(), SEED + i).run(List.of(design), moments);
      operations += run.operations().total();
      runs.add(run.outcomes().get(0).samples());
    }
    return runs;
  }
}

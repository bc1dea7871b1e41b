package io.mapleak.replay;

import io.mapleak.simulator.alternative.Design;
import io.mapleak.simulator.workload.Sample;
import io.mapleak.simulator.workload.Simulator;
import io.mapleak.site.Sampling;
import io.mapleak.site.SiteHistory;
import java.util.ArrayList;
import java.util.List;

/** Runs a derived workload on the model of its release. */
public final class Replayer {
  /** Seed of all runs: what is compared must see the same keys. */
  static final long SEED = 1;

  private Replayer() {}

  /**
   * What the model has at each profile.
   *
   * @param times of the profiles, nanoseconds; 0 when undated
   * @param rate sampling interval, bytes
   */
  public static List<Replay.Step> steps(
      Derived derived, SiteHistory history, List<Long> times, long rate) {
    Design design = derived.choice().design(derived.go(), derived.workload().type(), 0);
    long[] moments = derived.moments().stream().mapToLong(Long::longValue).toArray();
    List<Sample> samples =
        new Simulator(derived.workload(), SEED)
            .run(List.of(design), moments)
            .outcomes()
            .get(0)
            .samples();
    Sampling sampling = new Sampling(rate);
    List<Replay.Step> steps = new ArrayList<>();
    for (int i = 0; i < moments.length; i++) {
      steps.add(new Replay.Step(times.get(i), Observed.of(history, i, sampling), samples.get(i)));
    }
    return steps;
  }
}

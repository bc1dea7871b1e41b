package io.mapleak.replay;

import io.mapleak.simulator.workload.Sample;
import io.mapleak.site.MapSite;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A site's workload, run again.
 *
 * @param site as of the newest profile
 * @param derived its workload
 * @param steps one for each profile, in time order
 * @param variants what changes would save, the map as it is first
 */
public record Replay(MapSite site, Derived derived, List<Step> steps, List<Variant> variants) {
  public Replay {
    steps = List.copyOf(steps);
    variants = List.copyOf(variants);
  }

  /**
   * A profile.
   *
   * @param timeNanos of the profile; 0 when undated
   * @param observed what it shows
   * @param predicted what the run has at that moment
   */
  public record Step(long timeNanos, Observed observed, Sample predicted) {
    /** How far the predicted arrays lie outside of what was observed, relative; 0: inside. */
    public OptionalDouble arrayError() {
      var seen = observed.arrayBytes();
      if (seen == null) {
        return OptionalDouble.empty();
      }
      double said = predicted.arrayBytes();
      double off = Math.max(0, Math.max(seen.low() - said, said - seen.high()));
      return OptionalDouble.of(off / Math.max(1, seen.best()));
    }
  }

  /** Mean of the errors of all profiles that show arrays; empty where none does. */
  public OptionalDouble arrayError() {
    return steps.stream()
        .map(Step::arrayError)
        .filter(OptionalDouble::isPresent)
        .mapToDouble(OptionalDouble::getAsDouble)
        .average();
  }
}

package io.mapleak.replay;

import io.mapleak.site.MapSite;
import io.mapleak.unit.Interval;
import java.util.List;
import java.util.Locale;
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

  /** The same with changes tried. */
  public Replay with(List<Variant> changes) {
    return new Replay(site, derived, steps, changes);
  }

  /**
   * A profile.
   *
   * @param timeNanos of the profile; 0 when undated
   * @param observed what it shows
   * @param predicted what the workload has at that moment
   */
  public record Step(long timeNanos, Observed observed, Predicted predicted) {
    /** How far the predicted arrays lie outside of what was observed, relative; 0: inside. */
    public OptionalDouble arrayError() {
      Interval seen = observed.arrayBytes();
      if (seen == null) {
        return OptionalDouble.empty();
      }
      double said = predicted.run().arrayBytes();
      double off = Math.max(0, Math.max(seen.low() - said, said - seen.high()));
      return OptionalDouble.of(off / Math.max(1, seen.best()));
    }
  }

  /** Error up to which a workload is believed to explain what was seen. */
  private static final double EXPLAINED = 0.1;

  /** Profiles with arrays that it takes to tell. */
  private static final long LEAST_SEEN = 2;

  /** What the fit says of the derived workload. */
  public enum Verdict {
    /** It makes the finding more certain. */
    SUPPORTS,
    /** It makes it less certain. */
    CONTRADICTS,
    /** Too little was sampled. */
    TOO_THIN;

    /** Name in reports. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Whether the model, fed with the workload, does what was observed. */
  public Verdict verdict() {
    if (profilesWithArrays() < LEAST_SEEN) {
      return Verdict.TOO_THIN;
    }
    return arrayError().orElse(0) <= EXPLAINED ? Verdict.SUPPORTS : Verdict.CONTRADICTS;
  }

  /** Profiles that show arrays, which the run is held against. */
  public long profilesWithArrays() {
    return steps.stream().filter(step -> step.arrayError().isPresent()).count();
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

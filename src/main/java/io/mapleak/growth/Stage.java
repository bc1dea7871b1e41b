package io.mapleak.growth;

import io.mapleak.site.SiteHistory;
import java.util.Locale;

/**
 * Whether what a site allocates stays or goes: growth shows in what is in use, churn in what was
 * allocated alone.
 *
 * @param kind what the series shows
 * @param allocatedBytes allocated between the first profile and the last: arrays, keys and values
 * @param stayedBytes growth of what is in use in that time; negative where it shrank
 */
public record Stage(Kind kind, double allocatedBytes, double stayedBytes) {
  /** Allocation below this many bytes in the whole series is none. */
  private static final double LEAST_BYTES = 64 * 1024;

  /**
   * Share of what was allocated that stays where a map only grows: each doubling or split makes two
   * bytes of array for each that it adds.
   */
  private static final double STAYS = 0.4;

  /** Share below which all but nothing stays. */
  private static final double GOES = 0.1;

  /** What a series shows of a site. */
  public enum Kind {
    /** Most of what is allocated stays. */
    LONG_LIVED_GROWTH,
    /** Some of it stays, some goes. */
    GROWTH_AND_CHURN,
    /** Much is allocated, and next to nothing of it stays. */
    CHURN,
    /** Next to nothing is allocated. */
    STILL,
    /** One profile tells nothing of it. */
    UNKNOWN;

    /** Name in documents for scripts. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** The stage of a site in a series. */
  public static Stage of(SiteHistory history) {
    int last = history.steps().size() - 1;
    if (last < 1) {
      return new Stage(Kind.UNKNOWN, 0, 0);
    }
    double allocated = made(history.steps().get(last)) - made(history.steps().get(0));
    double stayed = history.steps().get(last).liveBytes() - history.steps().get(0).liveBytes();
    for (SiteHistory.Trail trail : history.companions()) {
      if (trail.at().equals(history.site().at())) {
        allocated += blockBytes(trail) * (trail.made().get(last) - trail.made().get(0));
        stayed += trail.liveBytes().get(last) - trail.liveBytes().get(0);
      }
    }
    return new Stage(kind(allocated, stayed), allocated, stayed);
  }

  private static Kind kind(double allocated, double stayed) {
    if (allocated < LEAST_BYTES) {
      return Kind.STILL;
    }
    if (stayed >= STAYS * allocated) {
      return Kind.LONG_LIVED_GROWTH;
    }
    return stayed > GOES * allocated ? Kind.GROWTH_AND_CHURN : Kind.CHURN;
  }

  private static double made(SiteHistory.Step step) {
    return step.liveBytes() + step.rungs().stream().mapToDouble(rung -> rung.deadBytes()).sum();
  }

  /** Bytes that one sample stands for; 0 where none was ever alive. */
  private static double blockBytes(SiteHistory.Trail trail) {
    for (int step = 0; step < trail.live().size(); step++) {
      if (trail.live().get(step) > 0) {
        return trail.liveBytes().get(step) / trail.live().get(step);
      }
    }
    return 0;
  }
}

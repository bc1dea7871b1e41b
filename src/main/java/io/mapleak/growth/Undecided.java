package io.mapleak.growth;

import io.mapleak.unit.Figures;
import java.util.List;

/** What would decide a growth that a series can't tell. */
public final class Undecided {
  /** For a single profile. */
  public static final String ONE_PROFILE =
      "one profile shows size, not growth: capture more, some minutes apart, and give them all";

  /** A series of so many times the length holds one doubling more of a map that grows steadily. */
  private static final int UNTIL_DOUBLING = 2;

  private static final double NANOS = 1e9;

  private Undecided() {}

  /**
   * The capture that would decide it, in words: between two doublings arrays show nothing.
   *
   * @param times of the profiles, nanoseconds, 0 when undated
   */
  public static String decider(List<Long> times) {
    if (times.size() < 2) {
      return ONE_PROFILE;
    }
    double seconds = (times.get(times.size() - 1) - times.get(0)) / NANOS;
    String series =
        times.get(0) > 0 && seconds > 0
            ? "of about " + Figures.duration(UNTIL_DOUBLING * seconds)
            : "of " + UNTIL_DOUBLING * times.size() + " profiles";
    return "a series "
        + series
        + " of this process tells: a map that grows steadily doubles its arrays once more by then";
  }
}

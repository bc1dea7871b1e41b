package io.mapleak.growth;

import io.mapleak.site.SiteHistory;
import io.mapleak.unit.Interval;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a series says of the growth of a site.
 *
 * @param verdict the outcome
 * @param witnesses the companions whose counts it rests on, the most numerous first; none when it
 *     rests on the arrays
 * @param companions all that are nearest to this map, of whatever number
 * @param trend the test of that count, or of the array blocks; null when there was nothing to count
 * @param arrays what the arrays tell
 * @param entriesPerHour growth; null when the series has no times
 * @param bytesGrown bytes gained between the first profile and the last, arrays and counted
 *     companions
 * @param reasons in words, strongest first
 */
public record Growth(
    Verdict verdict,
    List<SiteHistory.Trail> witnesses,
    List<SiteHistory.Trail> companions,
    @Nullable CountTrend trend,
    ArrayTrend arrays,
    @Nullable Interval entriesPerHour,
    double bytesGrown,
    List<String> reasons) {
  public Growth {
    witnesses = List.copyOf(witnesses);
    companions = List.copyOf(companions);
    reasons = List.copyOf(reasons);
  }

  /** The most numerous witness; null when there is none. */
  public SiteHistory.@Nullable Trail counted() {
    return witnesses.isEmpty() ? null : witnesses.get(0);
  }

  /** The same evidence, judged otherwise. */
  Growth withVerdict(Verdict other, List<String> why) {
    return new Growth(other, witnesses, companions, trend, arrays, entriesPerHour, bytesGrown, why);
  }

  /** Outcomes of the judgement. */
  public enum Verdict {
    /** Grows, goes on growing, never fell. */
    GROWS,
    /** Grew, and nothing speaks against that it goes on, but the evidence is thin. */
    MAY_GROW,
    /** Grew, and came to rest. */
    SATURATED,
    /** Rises and falls. */
    COMES_AND_GOES,
    /** Did not grow. */
    STEADY,
    /** Too few profiles or samples to tell. */
    UNKNOWN;

    /** Whether growth was seen that may go on. */
    public boolean isGrowth() {
      return this == GROWS || this == MAY_GROW;
    }
  }
}

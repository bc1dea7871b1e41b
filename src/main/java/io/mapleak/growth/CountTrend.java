package io.mapleak.growth;

import java.util.List;

/**
 * Whether a sampled count of live objects grows through a series of one process. The sampled set
 * persists from profile to profile, so of a difference only what was born and what died in between
 * is noise: z = dk / sqrt(min(k1 + k2, born + died)). Growth must also go on in the second half, or
 * it is a cache that fills, and must not have fallen in between, or it is load that comes and goes.
 *
 * @param first samples alive in the first profile
 * @param last samples alive in the last
 * @param error standard error of the difference
 * @param laterShare share of the growth that fell into the second half of the series
 * @param saturated whether that is too little, noise allowed for
 * @param deepestFall largest fall below an earlier count, as a share of that count
 * @param steps profiles
 */
public record CountTrend(
    double first,
    double last,
    double error,
    double laterShare,
    boolean saturated,
    double deepestFall,
    int steps) {
  /** Samples that the count must gain; with fewer, the normal approximation does not hold. */
  static final double LEAST_GAIN = 6;

  /** One-sided 1 %. */
  static final double LEAST_Z = 2.33;

  /** Standard errors of a one-sided limit of 95 %. */
  private static final double UPPER_LIMIT = 1.64;

  /** Share of the count by which it must have grown to matter. */
  static final double LEAST_EFFECT = 0.1;

  /**
   * Growth in the second half over what constant growth would have there; a cache that fills has
   * next to nothing.
   */
  static final double LEAST_LATER_GROWTH = 0.4;

  /** Falls beyond this, and beyond the noise of the count, are load that comes and goes. */
  static final double DEEPEST_FALL = 0.15;

  /**
   * Tests a count.
   *
   * @param live samples alive in each profile, oldest first, at least one
   * @param made samples ever made, likewise
   */
  static CountTrend of(List<Double> live, List<Double> made) {
    int end = live.size() - 1;
    double first = live.get(0);
    double last = live.get(end);
    double born = Math.max(0, made.get(end) - made.get(0));
    double died = Math.max(0, born - (last - first));
    double variance = Math.max(1, Math.min(first + last, born + died));
    double gain = last - first;
    int half = (end + 1) / 2;
    double later = last - live.get(half);
    double expected = end == 0 ? 0 : gain * (end - half) / end;
    boolean saturated =
        end > 1 && later + Math.sqrt(Math.max(later, 1)) < LEAST_LATER_GROWTH * expected;
    double most = 0;
    double fall = 0;
    for (double k : live) {
      most = Math.max(most, k);
      // a fall within two standard errors is noise
      double beyondNoise = most - k - 2 * Math.sqrt(most);
      fall = most > 0 && beyondNoise > 0 ? Math.max(fall, (most - k) / most) : fall;
    }
    return new CountTrend(
        first,
        last,
        Math.sqrt(variance),
        gain > 0 ? later / gain : 0,
        saturated,
        fall,
        live.size());
  }

  /** Samples gained. */
  public double gain() {
    return last - first;
  }

  /** Standard errors of the gain. */
  public double z() {
    return gain() / error;
  }

  /** Whether so few were counted that they may as well have doubled, at 95 %. */
  public boolean mayHaveDoubled() {
    return gain() + UPPER_LIMIT * error >= first;
  }

  /** Whether the gain is more than noise and large enough to matter. */
  public boolean isSignificant() {
    return gain() >= LEAST_GAIN && z() >= LEAST_Z && gain() >= LEAST_EFFECT * last;
  }

  /** Whether it fell by more than noise in between. */
  public boolean comesAndGoes() {
    return deepestFall > DEEPEST_FALL;
  }

  /** Whether it grows, goes on growing, and never fell. */
  public boolean grows() {
    return isSignificant() && !saturated && !comesAndGoes();
  }
}

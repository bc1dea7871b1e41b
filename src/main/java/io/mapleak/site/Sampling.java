package io.mapleak.site;

import io.mapleak.unit.Interval;

/**
 * Heap sampling undone. Go samples allocated bytes with exponential gaps of mean {@code rate}, so a
 * block of s bytes is seen with p = 1 - exp(-s / rate), and the profile holds counts divided by p
 * (runtime/pprof/protomem.go: scaleHeapSample). The number that was really seen is the number to
 * reason with: it is binomial, its scaled value is not.
 */
public final class Sampling {
  private final long rate;

  /** Sampling with a mean gap of {@code rate} bytes; 1 or less: everything is seen. */
  public Sampling(long rate) {
    this.rate = rate;
  }

  /** Probability that a block of this size is sampled. */
  public double probability(double blockBytes) {
    return rate <= 1 ? 1 : -Math.expm1(-blockBytes / rate);
  }

  /**
   * Blocks that were really sampled. From the bytes, not the count, because the profile cuts counts
   * to whole objects.
   *
   * @param scaledBytes the value of the profile
   * @param blockBytes size of a block
   */
  public long sampled(long scaledBytes, long blockBytes) {
    return blockBytes <= 0 ? 0 : Math.round(scaledBytes * probability(blockBytes) / blockBytes);
  }

  /**
   * How many blocks there were, from the number sampled, at about 95 %: Poisson limits of the
   * blocks that were seen, and for large ones the certainty that few can have been missed.
   *
   * @param sampled blocks seen
   * @param blockBytes size of a block
   */
  public Interval count(long sampled, double blockBytes) {
    double p = probability(blockBytes);
    if (p > 0.999) {
      return Interval.exactly(sampled);
    }
    double best = sampled / p;
    double z = 1.96;
    // Binomial with known p: solve |sampled - N p| = z sqrt(N p (1 - p)) for N, then never below
    // what was seen.
    double half = z * Math.sqrt((1 - p) * (sampled + z * z * (1 - p) / 4)) / p;
    double centre = best + z * z * (1 - p) / (2 * p);
    double low = Math.max(sampled, centre - half);
    return new Interval(Math.min(low, best), best, Math.max(best, centre + half));
  }

  /**
   * The likeliest range of a factor of two, where the wider one is too wide to be of use: for k
   * sampled blocks the Gamma(k) belief is densest between k ln 2 and 2 k ln 2.
   */
  static Interval likeliestOctave(Interval wide) {
    double low = wide.best() * Math.log(2);
    return wide.high() <= Belief.OCTAVE * wide.low()
        ? wide
        : new Interval(low, wide.best(), Belief.OCTAVE * low);
  }
}

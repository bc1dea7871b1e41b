package io.mapleak.growth;

import io.mapleak.unit.Gaussian;
import io.mapleak.unit.Interval;

/**
 * The difference of some memory between two profiles, from what was really sampled. Blocks that
 * both profiles of one process hold are the same blocks, sampled once, so their noise cancels: of a
 * difference only what was born and what died is noise.
 *
 * @param bytes difference, as the profiles scale it
 * @param variance of it by sampling, bytes squared
 */
public record SampledChange(double bytes, double variance) {
  /** No difference at all. */
  public static final SampledChange NONE = new SampledChange(0, 0);

  /** Two-sided 95 %. */
  private static final double Z_95 = 1.96;

  /**
   * The change of blocks of one size at one stack.
   *
   * @param blockBytes size of a block
   * @param weight blocks that one sample stands for, 1 or more
   * @param before blocks sampled and alive in the first profile
   * @param after the same in the second
   * @param made blocks sampled that were made in between; for two processes: infinite
   */
  public static SampledChange of(
      double blockBytes, double weight, double before, double after, double made) {
    double gained = after - before;
    double died = Math.max(0, made - gained);
    double turnover = Math.min(before + after, made + died);
    // binomial: a sample stands for weight blocks, and knows of them with a variance of
    // weight (weight - 1)
    double variance = turnover * blockBytes * blockBytes * weight * (weight - 1);
    return new SampledChange(gained * weight * blockBytes, variance);
  }

  /** The same difference seen from the other side. */
  public SampledChange reversed() {
    return new SampledChange(-bytes, variance);
  }

  /** The change of both, which are sampled independently. */
  public SampledChange plus(SampledChange other) {
    return new SampledChange(bytes + other.bytes, variance + other.variance);
  }

  /** Standard errors of the difference; infinite for one that is known exactly. */
  public double z() {
    return bytes == 0 ? 0 : bytes / Math.sqrt(variance);
  }

  /** The difference at 95 %. */
  public Interval range() {
    double half = Z_95 * Math.sqrt(variance);
    return new Interval(bytes - half, bytes, bytes + half);
  }

  /** Probability that chance alone makes a difference as large, in either direction. */
  public double chance() {
    return Math.min(1, 2 * Gaussian.upperTail(Math.abs(z())));
  }
}

package io.mapleak.growth;

import java.util.Arrays;

/**
 * Many tests at once: among hundreds of sites some pass any fixed threshold by chance. Benjamini
 * and Hochberg, Controlling the False Discovery Rate, J. R. Stat. Soc. B 57 (1995).
 */
public final class FalseDiscovery {
  /** Share of chance among the discoveries that is accepted. */
  public static final double RATE = 0.05;

  private FalseDiscovery() {}

  /**
   * Which of several tests are discoveries.
   *
   * @param chances the probability of each outcome by chance alone, between 0 and 1
   * @return the largest probability that counts as a discovery; negative when none does
   */
  public static double threshold(double[] chances) {
    double[] sorted = chances.clone();
    Arrays.sort(sorted);
    for (int i = sorted.length - 1; i >= 0; i--) {
      if (sorted[i] <= RATE * (i + 1) / sorted.length) {
        return sorted[i];
      }
    }
    return -1;
  }

  /**
   * Probability that a standard normal quantity exceeds {@code z}. Abramowitz and Stegun, 26.2.17;
   * the error is below 7.5e-8.
   */
  public static double upperTail(double z) {
    if (z < 0) {
      return 1 - upperTail(-z);
    }
    double t = 1 / (1 + 0.2316419 * z);
    double polynomial =
        t
            * (0.319381530
                + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
    return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * polynomial;
  }
}

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
}

package io.mapleak.unit;

/** The standard normal distribution, as which sampling errors are taken. */
public final class Gaussian {
  private Gaussian() {}

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

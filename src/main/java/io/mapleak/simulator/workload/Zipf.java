package io.mapleak.simulator.workload;

import java.util.SplittableRandom;

/**
 * Draws 1 to n with probability proportional to k^-s, in constant time and without tables: by
 * rejection-inversion (Hörmann, Derflinger: Rejection-Inversion to Generate Variates from Monotone
 * Discrete Distributions, ACM TOMACS 6(3), 1996). The area under t^-s between k - 1/2 and k + 1/2
 * is at least k^-s, so a point drawn under the curve is taken for k when it falls in the last k^-s
 * of that area. StrictMath, so that every machine draws the same.
 */
final class Zipf {
  private final double exponent;
  private final double areaStart;
  private final double alwaysTaken;
  private int keys;
  private double areaEnd;

  /** The law with this exponent, above 0. */
  Zipf(double exponent) {
    this.exponent = exponent;
    areaStart = area(1.5) - 1;
    alwaysTaken = 2 - position(area(2.5) - weight(2));
  }

  /** A number from 1 to {@code n}. */
  int draw(int n, SplittableRandom random) {
    if (n != keys) {
      keys = n;
      areaEnd = area(n + 0.5);
    }
    while (true) {
      double area = areaEnd + random.nextDouble() * (areaStart - areaEnd);
      double x = position(area);
      int k = (int) Math.max(1, Math.min(n, x + 0.5));
      if (k - x <= alwaysTaken || area >= area(k + 0.5) - weight(k)) {
        return k;
      }
    }
  }

  private double weight(double k) {
    return StrictMath.pow(k, -exponent);
  }

  /** The integral of t^-s from 1 to x. */
  private double area(double x) {
    double power = 1 - exponent;
    return power == 0 ? StrictMath.log(x) : (StrictMath.pow(x, power) - 1) / power;
  }

  /** The x up to which the integral has this value. */
  private double position(double area) {
    double power = 1 - exponent;
    return power == 0
        ? StrictMath.exp(area)
        : StrictMath.pow(Math.max(0, 1 + area * power), 1 / power);
  }
}

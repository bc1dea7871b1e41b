package io.mapleak.replay;

import io.mapleak.simulator.workload.Rate;
import java.math.BigDecimal;
import java.math.MathContext;

/** Rates as people would write them. */
final class Rates {
  /** Digits that keep the entries of a phase true to one in ten thousand. */
  private static final MathContext DIGITS = new MathContext(5);

  /** A count in a shorter unit is preferred from here on. */
  private static final double LEAST_COUNT = 10;

  private static final long SECOND = 1_000_000_000L;
  private static final long[] LENGTHS = {SECOND, 60 * SECOND, 3600 * SECOND, 86_400 * SECOND};
  private static final Rate.Per[] UNITS = {
    Rate.Per.SECOND, Rate.Per.MINUTE, Rate.Per.HOUR, Rate.Per.DAY
  };

  private Rates() {}

  /** So many operations in so many nanoseconds. */
  static Rate readable(double count, long nanos) {
    int unit = 0;
    while (unit + 1 < UNITS.length && count * LENGTHS[unit] / nanos < LEAST_COUNT) {
      unit++;
    }
    double per = count * LENGTHS[unit] / nanos;
    return new Rate(new BigDecimal(per, DIGITS).doubleValue(), UNITS[unit]);
  }
}

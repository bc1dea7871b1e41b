package io.mapleak.unit;

/**
 * A quantity that is not exactly known: the range that should hold it and the best single guess.
 *
 * @param low least plausible value
 * @param best best guess, between {@code low} and {@code high}
 * @param high largest plausible value
 */
public record Interval(double low, double best, double high) {
  public Interval {
    if (!(low <= best && best <= high)) {
      throw new IllegalArgumentException("not in order: " + low + " <= " + best + " <= " + high);
    }
  }

  /** A quantity known exactly. */
  public static Interval exactly(double value) {
    return new Interval(value, value, value);
  }

  /** Interval of the sum of two independent quantities, ends added. */
  public Interval plus(Interval other) {
    return new Interval(low + other.low, best + other.best, high + other.high);
  }

  /** The interval in another unit; {@code factor} must not be negative. */
  public Interval times(double factor) {
    return new Interval(low * factor, best * factor, high * factor);
  }
}

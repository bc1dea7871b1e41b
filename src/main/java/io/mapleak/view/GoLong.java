package io.mapleak.view;

/** Whole numbers of floating ones, as Go makes them on amd64. */
final class GoLong {
  private static final double LIMIT = 0x1p63;

  private GoLong() {}

  /** {@code int64(value)}: cut towards 0; what has no such number gives the least one. */
  static long cut(double value) {
    return value >= -LIMIT && value < LIMIT ? (long) value : Long.MIN_VALUE;
  }

  /** {@code int64(math.Round(value))}: ties away from 0. */
  static long rounded(double value) {
    long whole = cut(value);
    return Math.abs(value - whole) >= 0.5 && Math.abs(value) < LIMIT / 2
        ? whole + (value < 0 ? -1 : 1)
        : whole;
  }
}

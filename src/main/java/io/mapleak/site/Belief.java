package io.mapleak.site;

import io.mapleak.unit.Interval;
import java.util.Map;
import java.util.SortedMap;

/** Belief about a quantity: the values that it may have, and how likely each is. */
final class Belief {
  /** A factor of two; tables' numbers often are one apart exactly. */
  static final double OCTAVE = 2 + 1e-9;

  private final double[] values;
  private final double[] shares;

  /**
   * Takes the belief.
   *
   * @param weights of values, in any unit, at least one of them above 0
   */
  Belief(SortedMap<Double, Double> weights) {
    values = new double[weights.size()];
    shares = new double[weights.size()];
    double sum = weights.values().stream().mapToDouble(w -> w).sum();
    int i = 0;
    for (Map.Entry<Double, Double> weight : weights.entrySet()) {
      values[i] = weight.getKey();
      shares[i++] = weight.getValue() / sum;
    }
  }

  /**
   * The middle of the belief, with its median.
   *
   * @param coverage share of the belief that is to lie inside
   */
  Interval range(double coverage) {
    double tail = (1 - coverage) / 2;
    return new Interval(quantile(tail), quantile(0.5), quantile(1 - tail));
  }

  /** The largest value with no more than a share of the belief below it. */
  private double quantile(double share) {
    double below = 0;
    int i = 0;
    while (i + 1 < values.length && below + shares[i] <= share) {
      below += shares[i++];
    }
    return values[i];
  }

  /**
   * The range of a factor of two that holds most of the belief, for when {@link #range} is too wide
   * to use.
   *
   * @param coverage of the range that is returned where it is narrower than that
   */
  Interval likeliestOctave(double coverage) {
    Interval wide = range(coverage);
    if (wide.high() <= OCTAVE * wide.low()) {
      return wide;
    }
    double low = values[0];
    double most = -1;
    double inside = 0;
    int end = 0;
    for (int start = 0; start < values.length; start++) {
      while (end < values.length && values[end] <= OCTAVE * values[start]) {
        inside += shares[end++];
      }
      if (inside > most) {
        most = inside;
        low = values[start];
      }
      inside -= shares[start];
    }
    double high = OCTAVE * low;
    return new Interval(low, Math.min(high, Math.max(low, wide.best())), high);
  }
}

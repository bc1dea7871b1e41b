package io.mapleak.site;

import io.mapleak.unit.Interval;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * Belief about the number of entries of a map on a logarithmic grid, from the blocks that were
 * sampled and the objects beside the map; before both, every order of magnitude is alike.
 */
final class EntriesPosterior {
  /** Step of the grid. */
  private static final double STEP = 1.01;

  /** Largest map considered, entries. */
  private static final double MAX_ENTRIES = 2e9;

  /** Part of the belief that the ranges cover. */
  static final double COVERAGE = 0.93;

  /**
   * The same where the likelihood has hard ends, as that of a classic map's array: to cut less
   * costs little width there.
   */
  static final double COVERAGE_OF_HARD_ENDS = 0.995;

  /** A factor of two; tables' numbers often are one apart exactly. */
  static final double OCTAVE = 2 + 1e-9;

  private final double first;
  private final double[] weights;
  private final double sum;

  /**
   * Computes the belief.
   *
   * @param least smallest number of entries
   * @param logLikelihood of the sampled blocks, for a number of entries
   * @param companions objects beside the map
   * @param shrinks whether the map's memory falls with its entries, as a hash trie's does
   */
  EntriesPosterior(
      double least,
      DoubleUnaryOperator logLikelihood,
      List<Companion> companions,
      boolean shrinks) {
    first = least;
    int size = (int) Math.ceil(Math.log(MAX_ENTRIES / least) / Math.log(STEP));
    weights = new double[size];
    double peak = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < size; i++) {
      double n = entries(i);
      weights[i] =
          logLikelihood.applyAsDouble(n)
              + Math.log(CompanionCount.likelihood(companions, n, shrinks));
      peak = Math.max(peak, weights[i]);
    }
    double total = 0;
    for (int i = 0; i < size; i++) {
      weights[i] = peak == Double.NEGATIVE_INFINITY ? 0 : Math.exp(weights[i] - peak);
      total += weights[i];
    }
    sum = total;
  }

  /** Whether any number of entries is possible. */
  boolean isPossible() {
    return sum > 0;
  }

  private double entries(int i) {
    return first * Math.pow(STEP, i);
  }

  /**
   * Log likelihood, without constants, of seeing {@code k} of {@code n} blocks, each with
   * probability {@code p}.
   */
  static double seen(long k, double n, double p) {
    if (k > n + 0.5) {
      return Double.NEGATIVE_INFINITY;
    }
    double mean = Math.max(n * p, 1e-9);
    // Poisson while few are seen; the binomial's variance where most are
    return p < 0.5
        ? k * Math.log(mean) - mean
        : -0.5 * (k - mean) * (k - mean) / Math.max(0.25, mean * (1 - p));
  }

  /** Range of a quantity that never falls as entries rise. */
  Interval range(DoubleUnaryOperator quantity) {
    return range(quantity, COVERAGE);
  }

  /** Range that covers another part of the belief. */
  Interval range(DoubleUnaryOperator quantity, double coverage) {
    double tail = (1 - coverage) / 2 * sum;
    double low = quantity.applyAsDouble(first);
    double best = low;
    double high = low;
    double seen = 0;
    for (int i = 0; i < weights.length; i++) {
      double before = seen;
      seen += weights[i];
      if (before <= tail) {
        low = quantity.applyAsDouble(entries(i));
      }
      if (before <= sum / 2) {
        best = quantity.applyAsDouble(entries(i));
      }
      if (before <= sum - tail) {
        high = quantity.applyAsDouble(entries(i));
      }
    }
    return new Interval(low, best, high);
  }

  /**
   * The range of a factor of two that is likeliest to hold a quantity, for when {@link #range} is
   * too wide to use.
   */
  Interval likeliestOctave(DoubleUnaryOperator quantity) {
    Interval wide = range(quantity);
    if (wide.high() <= OCTAVE * wide.low()) {
      return wide;
    }
    double[] values = new double[weights.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = quantity.applyAsDouble(entries(i));
    }
    double low = values[0];
    double most = -1;
    int end = 0;
    double inside = 0;
    for (int start = 0; start < values.length; start++) {
      while (end < values.length && values[end] <= OCTAVE * values[start]) {
        inside += weights[end++];
      }
      if (inside > most) {
        most = inside;
        low = values[start];
      }
      inside -= weights[start];
    }
    return new Interval(low, Math.min(OCTAVE * low, Math.max(low, wide.best())), OCTAVE * low);
  }
}

package io.mapleak.site;

import io.mapleak.unit.Interval;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;

/**
 * Belief about the number of entries of a map on a logarithmic grid, from the blocks that were
 * sampled and the objects beside the map; before both, small maps are commoner than large ones.
 */
final class EntriesPosterior {
  /** Step of the grid. */
  private static final double STEP = 1.01;

  /** Largest map considered, entries. */
  private static final double MAX_ENTRIES = 2e9;

  /**
   * Maps are the rarer the larger: of those with ten times as many entries a program has a third as
   * many. Companions tell more than that.
   */
  private static final double RARER = 0.5;

  /** Share of the belief that no range is moved by. */
  private static final double NEGLIGIBLE = 1e-9;

  /** Part of the belief that the ranges cover. */
  static final double COVERAGE = 0.93;

  /**
   * The same where the likelihood has hard ends, as that of a classic map's array: to cut less
   * costs little width there.
   */
  static final double COVERAGE_OF_HARD_ENDS = 0.995;

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
    double rarer = CompanionCount.nearest(companions) == null ? RARER : 0;
    for (int i = 0; i < size; i++) {
      double n = entries(i);
      weights[i] =
          logLikelihood.applyAsDouble(n)
              + Math.log(CompanionCount.likelihood(companions, n, shrinks))
              - rarer * Math.log(n);
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
    return settled(quantity).range(coverage);
  }

  /** The range of a factor of two that is likeliest to hold a quantity. */
  Interval likeliestOctave(DoubleUnaryOperator quantity) {
    return settled(quantity).likeliestOctave(COVERAGE);
  }

  /** Belief about a quantity that follows from the entries. */
  private Belief settled(DoubleUnaryOperator quantity) {
    SortedMap<Double, Double> belief = new TreeMap<>();
    forEach((n, share) -> belief.merge(quantity.applyAsDouble(n), share, Double::sum));
    return new Belief(belief);
  }

  /**
   * Belief about a quantity that the entries do not settle.
   *
   * @param chances of its values for a number of entries, 1 in all
   */
  Belief belief(DoubleFunction<SortedMap<Double, Double>> chances) {
    SortedMap<Double, Double> belief = new TreeMap<>();
    forEach(
        (n, share) ->
            chances
                .apply(n)
                .forEach((value, chance) -> belief.merge(value, share * chance, Double::sum)));
    return new Belief(belief);
  }

  private void forEach(Weighed weighed) {
    if (!isPossible()) {
      // more blocks were sampled than the largest map considered has
      weighed.accept(MAX_ENTRIES, 1);
      return;
    }
    for (int i = 0; i < weights.length; i++) {
      double share = weights[i] / sum;
      if (share > NEGLIGIBLE) {
        weighed.accept(entries(i), share);
      }
    }
  }

  /** Takes a number of entries and its share of the belief. */
  private interface Weighed {
    void accept(double entries, double share);
  }
}

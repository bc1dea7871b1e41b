package io.mapleak.site;

import io.mapleak.gomap.SwissLayout;
import io.mapleak.unit.Interval;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures the live tables of Swiss maps. Tables are small blocks, thinly sampled, so their number is an interval. For a
 * single map there is more to know: a map of n entries has split all its tables at nearly the same time, since hashes
 * spread evenly, so the number of tables is mostly close to a power of two; and of the tables of 1024 slots that it made,
 * T - 1 are dead by splits while T live (internal/runtime/maps/table.go: split).
 */
final class SwissEstimate {
  /** Step of the grid over entries. */
  private static final double GRID_STEP = 1.01;

  /** Largest map considered, entries. */
  private static final double MAX_ENTRIES = 2e9;

  /** Part of the posterior that the ranges cover. */
  private static final double COVERAGE = 0.94;

  /** Dead tables beyond what splits leave, in standard deviations, that show dropped or rebuilt maps. */
  private static final double MANY_DEAD = 3;

  private SwissEstimate() {}

  static ArrayEstimate of(SwissLayout layout, List<Block> tables, Sampling sampling) {
    long live = 0;
    double smallerMade = 0;
    double smallerChance = 0;
    long smallerLive = 0;
    Block full = null;
    for (Block block : tables) {
      live += block.inuseSampled();
      if (layout.capacityOf(block.bytes()) == SwissLayout.MAX_TABLE) {
        full = block;
      } else {
        smallerMade += block.allocSampled();
        smallerLive += block.inuseSampled();
      }
    }
    for (int capacity = 16; capacity < SwissLayout.MAX_TABLE; capacity *= 2) {
      smallerChance += sampling.probability(layout.tableCharge(capacity));
    }
    if (live == 0) {
      return ArrayEstimate.NONE;
    }
    boolean single = smallerLive == 0 && smallerMade * smallerChance < 0.5 && smallerMade <= 1;
    if (full != null && full.inuseSampled() > 0 && smallerLive == 0) {
      return single
          ? largeMap(layout, full, sampling)
          : shards(layout, full, smallerMade / smallerChance, sampling);
    }
    return many(layout, tables, sampling);
  }

  /** Tables of one map with n entries: those of 2^d tables that hold more than 896 have split. */
  static double tables(double entries) {
    if (entries <= SwissLayout.MAX_TABLE_ENTRIES) {
      return 1;
    }
    double least = Math.pow(2, Math.floor(Math.log(entries / SwissLayout.MAX_TABLE_ENTRIES) / Math.log(2)));
    for (double t = least; ; t *= 2) {
      double mean = entries / t;
      double z = (SwissLayout.MAX_TABLE_ENTRIES + 0.5 - mean) / Math.sqrt(mean);
      double split = 0.5 * erfc(z / Math.sqrt(2));
      if (split < 0.999) {
        return t * (1 + split);
      }
    }
  }

  private static ArrayEstimate largeMap(SwissLayout layout, Block full, Sampling sampling) {
    double p = sampling.probability(full.bytes());
    long live = full.inuseSampled();
    long dead = full.freedSampled();
    boolean useDead = dead - live <= MANY_DEAD * Math.sqrt(dead + live);
    List<Double> entries = new ArrayList<>();
    List<Double> tables = new ArrayList<>();
    List<Double> logs = new ArrayList<>();
    double peak = Double.NEGATIVE_INFINITY;
    for (double n = SwissLayout.MAX_TABLE_ENTRIES / 2.0; n < MAX_ENTRIES; n *= GRID_STEP) {
      double t = tables(n);
      double log = binomial(live, t, p);
      if (useDead) {
        log += binomial(dead, t - 1, p);
      }
      if (log > peak - 20) {
        entries.add(n);
        tables.add(t);
        logs.add(log);
        peak = Math.max(peak, log);
      }
    }
    double[] weights = new double[logs.size()];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = Math.exp(logs.get(i) - peak);
      sum += weights[i];
    }
    Interval count = quantiles(tables, weights, sum);
    Interval held = quantiles(entries, weights, sum);
    return new ArrayEstimate(count.times(full.bytes()), 0, 1, held, true);
  }

  /** Many maps of many tables: the smaller tables that each of them left behind tell how many maps. */
  private static ArrayEstimate shards(SwissLayout layout, Block full, double maps, Sampling sampling) {
    Interval count = sampling.count(full.inuseSampled(), full.bytes());
    Interval entries = new Interval(448 * count.low(), 640 * count.best(), 896 * count.high());
    long instances = Math.max(1, Math.round(Math.min(maps, count.best())));
    return new ArrayEstimate(count.times(full.bytes()), 0, instances, entries, false);
  }

  private static ArrayEstimate many(SwissLayout layout, List<Block> tables, Sampling sampling) {
    Interval bytes = Interval.exactly(0);
    Interval entries = Interval.exactly(0);
    double maps = 0;
    for (Block block : tables) {
      if (block.inuseSampled() > 0) {
        Interval count = sampling.count(block.inuseSampled(), block.bytes());
        double most = layout.capacityOf(block.bytes()) * 7 / 8.0;
        bytes = bytes.plus(count.times(block.bytes()));
        entries = entries.plus(new Interval(count.low() * most / 2, count.best() * 0.72 * most, count.high() * most));
        maps += count.best();
      }
    }
    return new ArrayEstimate(bytes, 0, Math.max(1, Math.round(maps)), entries, false);
  }

  /** Log likelihood, without constants, of seeing {@code k} of {@code n} blocks. */
  private static double binomial(long k, double n, double p) {
    if (k > n + 0.5) {
      return Double.NEGATIVE_INFINITY;
    }
    double mean = Math.max(n * p, 1e-9);
    // Poisson below large p; the exact binomial's variance where most blocks are seen
    return p < 0.5 ? k * Math.log(mean) - mean : -0.5 * (k - mean) * (k - mean) / Math.max(0.25, mean * (1 - p));
  }

  private static Interval quantiles(List<Double> values, double[] weights, double sum) {
    double tail = (1 - COVERAGE) / 2 * sum;
    double low = values.get(0);
    double best = low;
    double high = low;
    double seen = 0;
    for (int i = 0; i < weights.length; i++) {
      double before = seen;
      seen += weights[i];
      if (before <= tail) {
        low = values.get(i);
      }
      if (before <= sum / 2) {
        best = values.get(i);
      }
      if (before <= sum - tail) {
        high = values.get(i);
      }
    }
    return new Interval(low, best, high);
  }

  /** Complementary error function, Abramowitz and Stegun 7.1.26, error below 1.5e-7. */
  private static double erfc(double x) {
    double t = 1 / (1 + 0.3275911 * Math.abs(x));
    double y =
        ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592)
            * t
            * Math.exp(-x * x);
    return x >= 0 ? y : 2 - y;
  }
}

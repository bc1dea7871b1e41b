package io.mapleak.site;

import io.mapleak.gomap.SwissLayout;
import io.mapleak.unit.Gaussian;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many tables of 1024 slots a Swiss map has, by its entries. Hashes spread evenly, so all
 * tables split at nearly the same time, and their number is mostly a power of two; while 2^d of
 * them split, each does so once it holds more than 896 entries, by chance
 * (internal/runtime/maps/table.go: rehash).
 */
final class TableNumber {
  /** Share of tables that have split from which on the next ones may. */
  private static final double ALL_SPLIT = 0.999;

  /** Tables from which on chance moves their number by less than 2 %, so that the mean will do. */
  private static final double MANY = 1024;

  /** Chances below this part of the greatest are left out. */
  private static final double NEGLIGIBLE = 1e-6;

  private TableNumber() {}

  /** Mean number of tables of a map with so many entries. */
  static double mean(double entries) {
    if (entries <= SwissLayout.MAX_TABLE_ENTRIES) {
      return 1;
    }
    double least = powerOfTwo(entries / SwissLayout.MAX_TABLE_ENTRIES);
    for (double t = least; ; t *= 2) {
      double mean = entries / t;
      double z = (SwissLayout.MAX_TABLE_ENTRIES + 0.5 - mean) / Math.sqrt(mean);
      double split = Gaussian.upperTail(z);
      if (split < ALL_SPLIT) {
        return t * (1 + split);
      }
    }
  }

  /** The numbers of tables that a map with so many entries may have, and their chances. */
  static SortedMap<Double, Double> chances(double entries) {
    double mean = mean(entries);
    double least = powerOfTwo(mean);
    double split = mean / least - 1;
    SortedMap<Double, Double> chances = new TreeMap<>();
    if (least >= MANY || split == 0) {
      chances.put(mean, 1.0);
      return chances;
    }
    // binomial, from the likeliest number outwards: each term follows from its neighbour
    double odds = split / (1 - split);
    double likeliest = Math.min(least, Math.floor((least + 1) * split));
    double sum = 0;
    double weight = 1;
    for (double k = likeliest; k <= least && weight > NEGLIGIBLE; k++) {
      chances.put(least + k, weight);
      sum += weight;
      weight *= (least - k) / (k + 1) * odds;
    }
    weight = 1;
    for (double k = likeliest; k > 0; ) {
      weight *= k / (least - k + 1) / odds;
      if (weight <= NEGLIGIBLE) {
        break;
      }
      k--;
      chances.put(least + k, weight);
      sum += weight;
    }
    double all = sum;
    chances.replaceAll((tables, share) -> share / all);
    return chances;
  }

  private static double powerOfTwo(double atMost) {
    return Math.pow(2, Math.floor(Math.log(atMost * (1 + 1e-12)) / Math.log(2)));
  }
}

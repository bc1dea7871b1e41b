package io.mapleak.site;

import io.mapleak.gomap.ClassicLayout;
import io.mapleak.gomap.Implementation;
import io.mapleak.gomap.SwissLayout;
import io.mapleak.unit.Gaussian;
import java.util.ArrayList;
import java.util.List;

/**
 * When the arrays of several maps of one line were made, as of the shards of a cache: maps that
 * grow alike double alike, so the profiles that first show each size tell how far they have come.
 */
final class ShardBirths {
  /** Share of births that follow no curve: shards are uneven. */
  private static final double ELSEWHEN = 0.1;

  /** Births that count in full: what bends the curve moves all shards together. */
  private static final double INDEPENDENT = 20;

  /** Relative spread of the shards' entries, beside that of the level itself. */
  private static final double SPREAD = 0.1;

  /** Entries of the largest shard considered. */
  private static final double MOST = 1e7;

  /**
   * Arrays of one size.
   *
   * @param passed entries beyond which a map has made one
   * @param splits whether maps make more than one: tables of 1024 slots
   * @param p probability that one is sampled
   * @param births sampled ones that are new in each profile
   */
  private record Size(double passed, boolean splits, double p, List<Long> births) {
    Size {
      births = List.copyOf(births);
    }
  }

  private final List<Size> sizes;
  private final int profiles;

  private ShardBirths(List<Size> sizes, int profiles) {
    this.sizes = List.copyOf(sizes);
    this.profiles = profiles;
  }

  /** Takes the arrays of a series, the newest profile with one at least. */
  static ShardBirths of(
      MapSites.Inferred inferred, int slot, List<SiteHistory.Step> steps, Sampling sampling) {
    List<Size> sizes = new ArrayList<>();
    if (inferred.site().implementation() == Implementation.SWISS) {
      SwissLayout layout = new SwissLayout(slot, inferred.header());
      for (int capacity = 2 * SwissLayout.SLOTS; capacity <= SwissLayout.MAX_TABLE; capacity *= 2) {
        double passed = capacity == 2 * SwissLayout.SLOTS ? SwissLayout.SLOTS : capacity * 7 / 16.0;
        sizes.add(
            size(
                layout.tableCharge(capacity),
                passed,
                capacity == SwissLayout.MAX_TABLE,
                steps,
                sampling));
      }
    } else {
      ClassicLayout layout = new ClassicLayout(slot, inferred.header());
      for (int b = 1; ClassicLayout.maxEntries(b) < MOST; b++) {
        sizes.add(
            size(layout.arrayCharge(b), ClassicLayout.maxEntries(b - 1), false, steps, sampling));
      }
    }
    return new ShardBirths(sizes, steps.size());
  }

  private static Size size(
      long bytes, double passed, boolean splits, List<SiteHistory.Step> steps, Sampling sampling) {
    List<Long> births = new ArrayList<>();
    long before = 0;
    for (SiteHistory.Step step : steps) {
      long made = SeriesSites.rung(step, bytes).madeSampled();
      births.add(Math.max(0, made - before));
      before = Math.max(before, made);
    }
    return new Size(passed, splits, sampling.probability(bytes), births);
  }

  /** Log odds that the maps go on growing. */
  double goesOn() {
    double births = 0;
    for (Size size : sizes) {
      births += size.births().stream().mapToDouble(b -> b).sum();
    }
    double anew = -Math.min(INDEPENDENT, births) * Math.log(profiles * (double) sizes.size());
    return GrowthOdds.of(profiles, SwissLayout.SLOTS, MOST, n -> 0, this::logLikelihood, n -> anew);
  }

  /**
   * Log likelihood of the births, given how many were sampled in all, which tells how many maps
   * there are.
   */
  private double logLikelihood(double entries, GrowthCurve curve) {
    double[][] shares = new double[sizes.size()][profiles];
    double all = 0;
    for (int s = 0; s < shares.length; s++) {
      Size size = sizes.get(s);
      double before = 0;
      for (int i = 0; i < profiles; i++) {
        double error = Math.hypot(SPREAD, curve.errors().get(i));
        double now = Math.max(before, made(size, entries * curve.levels().get(i), error));
        shares[s][i] = size.p() * (now - before);
        all += shares[s][i];
        before = now;
      }
    }
    double log = 0;
    double births = 0;
    double elsewhen = ELSEWHEN / (profiles * shares.length);
    for (int s = 0; s < shares.length; s++) {
      for (int i = 0; i < profiles; i++) {
        long seen = sizes.get(s).births().get(i);
        if (seen > 0) {
          births += seen;
          log += seen * Math.log((1 - ELSEWHEN) * (all > 0 ? shares[s][i] / all : 0) + elsewhen);
        }
      }
    }
    return log * Math.min(1, INDEPENDENT / Math.max(1, births));
  }

  /** Arrays of a size that one map with so many entries has made. */
  private static double made(Size size, double entries, double error) {
    double z = Math.log(Math.max(entries, 1) / size.passed()) / error;
    double one = Gaussian.upperTail(-z);
    return size.splits() && entries > SwissLayout.MAX_TABLE_ENTRIES
        ? 2 * TableNumber.mean(entries) - 1
        : one;
  }
}

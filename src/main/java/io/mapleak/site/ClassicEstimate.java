package io.mapleak.site;

import io.mapleak.gomap.ClassicLayout;
import io.mapleak.unit.Interval;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Measures the live arrays of classic maps. A single map has made each rung once at the most, and
 * has one array alive, or two neighbours while it evacuates; its array is then known to the byte
 * however thin the sampling.
 */
final class ClassicEstimate {
  /** Below this likelihood ratio against many maps, the blocks are not those of a single one. */
  private static final double SINGLE_MAP_RATIO = 0.02;

  /**
   * A map whose array grew holds more than half of what it can; one made by a hint may hold any
   * part.
   */
  private static final double LEAST_FILL_BY_HINT = 0.4;

  /** Chance of being sampled from which on an array that was not seen is not there. */
  private static final double SURELY_SEEN = 0.9;

  private ClassicEstimate() {}

  /**
   * Measures one line.
   *
   * @param companions objects beside the map, for an array that was too small to be sampled
   */
  static ArrayEstimate of(
      ClassicLayout layout, List<Block> arrays, List<Companion> companions, Sampling sampling) {
    double live = 0;
    for (Block block : arrays) {
      live += block.inuseSampled();
    }
    if (live == 0) {
      return unseen(layout, arrays, companions, sampling);
    }
    return isSingle(arrays, sampling)
        ? single(layout, arrays)
        : ArrayEstimate.ofMany(
            arrays, bytes -> ClassicLayout.maxEntries(layout.bOf(bytes)), sampling);
  }

  /** Arrays were made and none alive was sampled: where companions live on, so does the map. */
  private static ArrayEstimate unseen(
      ClassicLayout layout, List<Block> arrays, List<Companion> companions, Sampling sampling) {
    Block top = arrays.get(arrays.size() - 1);
    int b = layout.bOf(top.bytes());
    double full = ClassicLayout.maxEntries(b);
    Companion counted = null;
    for (Companion c : companions) {
      if (CompanionCount.counts(c)
          && c.count() > LEAST_FILL_BY_HINT * full
          && c.count() < 2 * full
          && (counted == null || c.sampled() > counted.sampled())) {
        counted = c;
      }
    }
    if (counted == null || sampling.probability(top.bytes()) > 0.95) {
      return ArrayEstimate.NONE;
    }
    long bytes =
        counted.count() > (1 + counted.error()) * full ? layout.arrayCharge(b + 1) : top.bytes();
    double spread = 1 + 2 * counted.error();
    Interval entries =
        new Interval(counted.count() / spread, counted.count(), counted.count() * spread);
    return new ArrayEstimate(new Interval(top.bytes(), bytes, bytes), 0, 1, entries, true);
  }

  private static boolean isSingle(List<Block> arrays, Sampling sampling) {
    double sampled = 0;
    double chances = 0;
    for (Block block : arrays) {
      if (block.inuseSampled() > 1) {
        return false;
      }
      sampled += block.allocSampled();
      chances += sampling.probability(block.bytes());
    }
    double maps = sampled / chances;
    double single = 0;
    double many = 0;
    for (Block block : arrays) {
      double p = sampling.probability(block.bytes());
      // a single map may have made the top rung again, by growth at the same size: only its live
      // one counts then
      long seen = Math.max(block.inuseSampled(), Math.min(1, block.allocSampled()));
      single += seen == 1 ? Math.log(p) : Math.log1p(-Math.min(p, 0.999999));
      double expected = maps * p;
      many += seen == 1 ? Math.log(Math.min(1, expected)) : -expected;
    }
    return single - many > Math.log(SINGLE_MAP_RATIO) && liveNeighbours(arrays) <= 2;
  }

  private static int liveNeighbours(List<Block> arrays) {
    int live = 0;
    int first = -1;
    for (int i = 0; i < arrays.size(); i++) {
      if (arrays.get(i).inuseSampled() > 0) {
        live++;
        if (first >= 0 && arrays.get(i).bytes() > 2.2 * arrays.get(first).bytes()) {
          return 3;
        }
        first = i;
      }
    }
    return live;
  }

  private static ArrayEstimate single(ClassicLayout layout, List<Block> arrays) {
    Block top = null;
    double old = 0;
    boolean grown = false;
    for (Block block : arrays) {
      if (block.inuseSampled() > 0) {
        old += top == null ? 0 : top.bytes();
        top = block;
      }
      grown |= block.inuseSampled() == 0;
    }
    if (top == null) {
      return ArrayEstimate.NONE;
    }
    int b = layout.bOf(top.bytes());
    double full = ClassicLayout.maxEntries(b);
    Interval entries;
    if (old > 0) {
      // each assignment evacuates at least one of 2^(B-1) old buckets, so growth ends within that
      // many
      entries = new Interval(full / 2, 0.53 * full, full / 2 + (1L << (b - 1)));
    } else {
      double low = grown || top.bytes() < (1 << 20) ? full / 2 : LEAST_FILL_BY_HINT * full;
      entries = new Interval(low, ArrayEstimate.MEAN_FILL * full, full);
    }
    return new ArrayEstimate(Interval.exactly(top.bytes()), old, 1, entries, true);
  }

  /**
   * A single map measured again with the times at which its arrays were made.
   *
   * @param known what the newest profile alone tells
   * @return null when the series adds nothing, or contradicts a single map
   */
  static @Nullable ArrayEstimate refined(
      ArrayEstimate known, ArrayBirths births, List<Companion> companions, GoVersionReading go) {
    boolean unseen = births.alive() == 0;
    if (births.largest() == 0
        || unseen != (known.instances() == 0)
        || (unseen && (births.chanceOfNext() > SURELY_SEEN || !births.isMadeOnce()))) {
      return null;
    }
    EntriesPosterior posterior =
        new EntriesPosterior(
            ClassicLayout.maxEntries(births.largest()) / 4,
            births::logLikelihood,
            companions,
            false);
    if (!posterior.isPossible()) {
      return null;
    }
    Interval entries =
        posterior.range(
            n -> n, unseen ? EntriesPosterior.COVERAGE : EntriesPosterior.COVERAGE_OF_HARD_ENDS);
    Interval bytes = unseen ? posterior.range(births::arrayBytes) : known.bytes();
    return MapSites.withLoadFactor(
        new ArrayEstimate(bytes, known.oldBytes(), 1, entries, true), go);
  }
}

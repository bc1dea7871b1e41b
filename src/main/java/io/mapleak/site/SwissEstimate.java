package io.mapleak.site;

import io.mapleak.gomap.SwissLayout;
import io.mapleak.unit.Interval;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * Measures the live tables of Swiss maps. Tables are small blocks, thinly sampled, so their number
 * is an interval. For a single map there is more to know: its number of entries sets that of its
 * tables ({@link TableNumber}); and of the tables of 1024 slots that it made, T - 1 are dead by
 * splits while T live (internal/runtime/maps/table.go: split).
 */
final class SwissEstimate {
  /**
   * Slack of a range that is narrow by the model: hashes and deletes move the number of tables a
   * little.
   */
  private static final double WIDEST_MARGIN = 1.3;

  /**
   * Dead tables beyond what splits leave, in standard deviations, that show dropped or rebuilt
   * maps.
   */
  private static final double MANY_DEAD = 3;

  /** Dead tables sampled, and none alive: that many come about by chance one time in four. */
  private static final long MOST_DEAD_OF_A_LIVING = 2;

  /** Dead tables tell nothing. */
  private static final long NO_DEAD = -1;

  private SwissEstimate() {}

  /**
   * Measures one line.
   *
   * @param companions objects beside the map: where their number agrees with the tables it is the
   *     entries' number
   */
  static ArrayEstimate of(
      SwissLayout layout, List<Block> tables, List<Companion> companions, Sampling sampling) {
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
      // where companions live on, so does the map, too small to be seen; and of a living map about
      // as many tables are dead as alive, so that a few dead ones do not tell that it was dropped
      return full != null
              && (CompanionCount.nearest(companions) != null
                  || full.allocSampled() <= MOST_DEAD_OF_A_LIVING)
          ? largeMap(full, companions, sampling)
          : ArrayEstimate.NONE;
    }
    boolean single = smallerLive == 0 && smallerMade * smallerChance < 0.5 && smallerMade <= 1;
    if (full != null && full.inuseSampled() > 0 && smallerLive == 0) {
      return single
          ? largeMap(full, companions, sampling)
          : shards(full, smallerMade / smallerChance, sampling);
    }
    return ArrayEstimate.ofMany(tables, bytes -> layout.capacityOf(bytes) * 7 / 8.0, sampling);
  }

  private static ArrayEstimate largeMap(Block full, List<Companion> companions, Sampling sampling) {
    long live = full.inuseSampled();
    long dead = full.freedSampled();
    // tables made by a hint leave no dead ones behind, and are all made at one place
    boolean grown = dead > 0 || full.twins() > 0;
    return grown
        ? grown(full.bytes(), live, dead, companions, sampling, n -> 0)
        : single(full.bytes(), live, NO_DEAD, 1, companions, sampling, n -> 0);
  }

  /**
   * A single map that has grown: of T live tables T - 1 splits left a dead one each.
   *
   * @param logBirths log likelihood of the times at which tables were made
   */
  static ArrayEstimate grown(
      long tableBytes,
      long live,
      long dead,
      List<Companion> companions,
      Sampling sampling,
      DoubleUnaryOperator logBirths) {
    boolean useDead = dead - live <= MANY_DEAD * Math.sqrt(dead + live);
    return single(tableBytes, live, useDead ? dead : NO_DEAD, 1, companions, sampling, logBirths);
  }

  /**
   * A map that was built anew for each of several profiles: each sampled its tables independently.
   */
  static ArrayEstimate rebuilt(
      long tableBytes, long live, int profiles, List<Companion> companions, Sampling sampling) {
    return single(tableBytes, live, NO_DEAD, profiles, companions, sampling, n -> 0);
  }

  private static ArrayEstimate single(
      long tableBytes,
      long live,
      long dead,
      int profiles,
      List<Companion> companions,
      Sampling sampling,
      DoubleUnaryOperator logBirths) {
    double p = sampling.probability(tableBytes);
    EntriesPosterior posterior =
        new EntriesPosterior(
            SwissLayout.MAX_TABLE_ENTRIES / 2.0,
            n -> {
              double tables = TableNumber.mean(n);
              double log =
                  EntriesPosterior.seen(live, tables * profiles, p) + logBirths.applyAsDouble(n);
              return dead == NO_DEAD ? log : log + EntriesPosterior.seen(dead, tables - 1, p);
            },
            companions,
            false);
    Interval tables =
        withMargin(
            posterior.belief(TableNumber::chances).likeliestOctave(EntriesPosterior.COVERAGE));
    return new ArrayEstimate(tables.times(tableBytes), 0, 1, posterior.range(n -> n), true);
  }

  private static Interval withMargin(Interval tables) {
    double margin =
        Math.max(
            1, Math.min(WIDEST_MARGIN, Math.sqrt(Belief.OCTAVE * tables.low() / tables.high())));
    return new Interval(tables.low() / margin, tables.best(), tables.high() * margin);
  }

  /**
   * Many maps of many tables: the smaller tables that each of them left behind tell how many maps.
   */
  private static ArrayEstimate shards(Block full, double maps, Sampling sampling) {
    Interval count = sampling.count(full.inuseSampled(), full.bytes());
    Interval entries = new Interval(448 * count.low(), 640 * count.best(), 896 * count.high());
    long instances = Math.max(1, Math.round(Math.min(maps, count.best())));
    return new ArrayEstimate(
        Sampling.likeliestOctave(count.times(full.bytes())), 0, instances, entries, false);
  }
}

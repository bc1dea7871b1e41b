package io.mapleak.simulator.size;

import io.mapleak.gomap.GoVersion;
import io.mapleak.gomap.SizeClasses;
import io.mapleak.simulator.Models;
import io.mapleak.simulator.size.Filling.Run;
import io.mapleak.unit.Interval;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/**
 * Finds what a map costs by filling models of it, each with a hash seed of its own: a real
 * process's seed is random, so the answer is a range. The same question has always the same answer.
 */
public final class Sizing {
  /**
   * Larger maps are simulated at a half, a quarter, ... of their entries, and scaled: from here on
   * all but the number of tables and the length of arrays repeats with every doubling.
   */
  public static final long MAX_SIMULATED = 1_000_000;

  /** An empty map is simulated up to this hint: arrays are made at once, no key is moved. */
  private static final long MAX_SIMULATED_HINT = 16_000_000;

  /** Most entries or hint that can be asked for; the heap of a process ends long before. */
  public static final long MAX_ENTRIES = 1_000_000_000_000L;

  /**
   * Inserts spent on one answer: about a third of a second. The list of a map's overflow buckets
   * grows in leaps, and one map in ten takes one more; 51 maps of 100 000 entries show that.
   */
  private static final long BUDGET = 5_000_000;

  /** Odd, so that one of them is the median; as many miss a real process's bytes once in 1000. */
  private static final int MOST_RUNS = 2001;

  private static final int FEWEST_RUNS = 3;

  /**
   * With fewer runs than the most, the range reaches so many standard deviations beyond the mean:
   * 3.5, and more for few runs. That is about Student's quantile for one further run to lie inside
   * with 99.9 %.
   */
  private static final double DEVIATIONS = 3.5;

  private static final double DEVIATIONS_FEW = 6;

  private Sizing() {}

  /**
   * The cost of one map.
   *
   * @param entries 0 to {@link #MAX_ENTRIES}
   * @param hint at most {@link #MAX_ENTRIES}, or {@link Models#NO_HINT}
   */
  public static MapCost of(SizedMap map, GoVersion go, long entries, long hint) {
    long heeded = map.heeds(go, hint) ? hint : Models.NO_HINT;
    int halvings = halvings(entries, heeded);
    long simulated = scaledDown(entries, halvings);
    long simulatedHint = heeded == Models.NO_HINT ? heeded : scaledDown(heeded, halvings);
    int runs = runs(simulated, simulatedHint);
    List<Run> filled =
        IntStream.range(0, runs)
            .parallel()
            .mapToObj(seed -> Filling.run(map, go, simulated, simulatedHint, seed))
            .sorted(Comparator.comparingLong(Run::live))
            .toList();
    Run median = filled.get(runs / 2);
    long factor = 1L << halvings;
    ArrayLife life = hint == Models.NO_HINT ? Filling.life(map, go, simulated) : null;
    List<BlockCount> blocks = median.blocks().stream().map(b -> scaledUp(b, factor)).toList();
    double bytes = blocks.stream().mapToDouble(b -> (double) b.bytes() * b.count()).sum();
    Interval range = range(filled, Run::live).times(factor);
    return new MapCost(
        go,
        map.implementation(go),
        entries,
        hint,
        map.slotBytes(go),
        new Interval(Math.min(range.low(), bytes), bytes, Math.max(range.high(), bytes)),
        range(filled, Run::allocated).times(factor),
        range(filled, Run::peak).times(factor),
        median.slots() * factor,
        median.growing(),
        blocks,
        life == null ? null : life.times(factor),
        runs);
  }

  private static int runs(long entries, long hint) {
    if (entries == 0) {
      return 1; // no key, no hash
    }
    long inserts = entries + Math.max(0, hint) / 4;
    int runs = (int) Math.max(FEWEST_RUNS, Math.min(MOST_RUNS, BUDGET / inserts));
    return runs | 1;
  }

  private static Interval range(List<Run> runs, ToLongFunction<Run> figure) {
    long[] values = runs.stream().mapToLong(figure).sorted().toArray();
    int n = values.length;
    double low = values[0];
    double high = values[n - 1];
    double best = values[n / 2];
    if (low == high || n >= MOST_RUNS) {
      return new Interval(low, best, high);
    }
    double mean = runs.stream().mapToLong(figure).average().orElseThrow();
    double squares = 0;
    for (long value : values) {
      squares += (value - mean) * (value - mean);
    }
    double reach = DEVIATIONS * (1 + DEVIATIONS_FEW / n) * Math.sqrt(squares / (n - 1));
    return new Interval(
        Math.min(low, Math.floor(mean - reach)), best, Math.max(high, Math.ceil(mean + reach)));
  }

  private static int halvings(long entries, long hint) {
    long most = entries == 0 ? MAX_SIMULATED_HINT : MAX_SIMULATED;
    int halvings = 0;
    while (Math.max(entries, hint) >> halvings > most) {
      halvings++;
    }
    return halvings;
  }

  private static long scaledDown(long entries, int halvings) {
    return Math.round(Math.scalb((double) entries, -halvings));
  }

  /** Single large blocks get longer with the map, small ones stay, all others get more. */
  private static BlockCount scaledUp(BlockCount blocks, long factor) {
    if (blocks.count() > 2) {
      return new BlockCount(blocks.bytes(), blocks.count() * factor);
    }
    return blocks.bytes() > SizeClasses.MAX_SMALL
        ? new BlockCount(blocks.bytes() * factor, blocks.count())
        : blocks;
  }
}

package io.mapleak.replay;

import io.mapleak.gomap.ClassicLayout;
import io.mapleak.gomap.Implementation;
import io.mapleak.gomap.SwissLayout;
import io.mapleak.simulator.workload.Event;
import io.mapleak.simulator.workload.KeyChoice;
import io.mapleak.simulator.workload.Lifetime;
import io.mapleak.simulator.workload.Phase;
import io.mapleak.simulator.workload.Stream;
import io.mapleak.site.Sampling;
import io.mapleak.site.SiteHistory;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A map that is made again and again, as its arrays tell: each making leaves one array of every
 * size that growth goes through.
 *
 * @param count makings in the time between the first profile and the last
 * @param entries of the map when it is dropped
 * @param kept whether a map lives until the next is made; else it is dropped as soon as it is built
 */
record Rebuilds(double count, long entries, boolean kept) {
  /** Fewer makings are no habit. */
  private static final double LEAST = 3;

  /** Blocks sampled, of which growth alone would have left one alive but for one time in 60. */
  private static final long LEAST_SAMPLED = 6;

  /** Digits of the time between two. */
  private static final MathContext DIGITS = new MathContext(3);

  /** A map that grew to an array fills it by half to all. */
  private static final double FILL = 0.75;

  /** What the arrays tell; null where the map is not made again, or too little was sampled. */
  static @Nullable Rebuilds of(SiteHistory history, Sampling sampling) {
    Integer slot = history.site().slotBytes();
    SiteHistory.Step last = history.steps().get(history.steps().size() - 1);
    boolean kept = last.liveSampled() > 0;
    boolean dropped = !kept && last.madeSampled() > 0;
    if (slot == null
        || history.site().implementation() == Implementation.SYNC_MAP
        || !(dropped || history.isRebuilt())) {
      return null;
    }
    Rebuilds told =
        history.site().implementation() == Implementation.SWISS
            ? ofTables(history, new SwissLayout(slot, history.arraysHaveHeaders(slot)), sampling)
            : ofArrays(history, new ClassicLayout(slot, history.arraysHaveHeaders(slot)), sampling);
    long sampled = newest(history).stream().mapToLong(rung -> madeInSeries(history, rung)).sum();
    return sampled >= LEAST_SAMPLED && told.count() >= LEAST && told.entries() > 0
        ? new Rebuilds(told.count(), told.entries(), kept)
        : null;
  }

  /** Each making makes one array of each size, the largest not every time. */
  private static Rebuilds ofArrays(SiteHistory history, ClassicLayout layout, Sampling sampling) {
    double made = 0;
    int top = -1;
    for (SiteHistory.Rung rung : newest(history)) {
      int b = layout.bOf(rung.bytes());
      made += b < 0 ? 0 : madeInSeries(history, rung);
      top = madeInSeries(history, rung) > 0 ? Math.max(top, b) : top;
    }
    double sampled = 0;
    for (int b = 0; b <= top; b++) {
      sampled += sampling.probability(layout.arrayCharge(b));
    }
    double entries = top < 0 ? 0 : FILL * ClassicLayout.maxEntries(top);
    return new Rebuilds(top < 0 ? 0 : made / sampled, Math.round(entries), false);
  }

  /** Each making makes one table of each size but the largest, and 2 T - 1 of that. */
  private static Rebuilds ofTables(SiteHistory history, SwissLayout layout, Sampling sampling) {
    double small = 0;
    double full = 0;
    for (SiteHistory.Rung rung : newest(history)) {
      int capacity = layout.capacityOf(rung.bytes());
      if (capacity == SwissLayout.MAX_TABLE) {
        full += madeInSeries(history, rung) / sampling.probability(rung.bytes());
      } else if (capacity > 0) {
        small += madeInSeries(history, rung);
      }
    }
    double sampled = 0;
    for (int capacity = 2 * ClassicLayout.SLOTS; capacity < SwissLayout.MAX_TABLE; capacity *= 2) {
      sampled += sampling.probability(layout.tableCharge(capacity));
    }
    double count = small / sampled;
    double tables = count == 0 ? 0 : (full / count + 1) / 2;
    return new Rebuilds(count, Math.round(tables * FILL * SwissLayout.MAX_TABLE), false);
  }

  private static List<SiteHistory.Rung> newest(SiteHistory history) {
    return history.steps().get(history.steps().size() - 1).rungs();
  }

  private static long madeInSeries(SiteHistory history, SiteHistory.Rung rung) {
    long before = 0;
    for (SiteHistory.Rung first : history.steps().get(0).rungs()) {
      before += first.bytes() == rung.bytes() ? first.madeSampled() : 0;
    }
    return history.steps().size() == 1 ? rung.madeSampled() : rung.madeSampled() - before;
  }

  /**
   * The phase that does so.
   *
   * @param nanos its length
   * @param series time between the first profile and the last
   * @param mostInserts that a run may take
   */
  Phase phase(long nanos, long series, double mostInserts) {
    double makings = Math.min(count * nanos / Math.max(1, series), mostInserts / entries);
    long period = new BigDecimal(nanos / makings, DIGITS).longValue();
    Event make = Event.every(period, Event.Action.MAKE);
    if (kept) {
      double inserts = (double) entries * nanos / period;
      Stream stream = Stream.of(Stream.Kind.INSERT, Rates.readable(inserts, nanos));
      return new Phase("rebuilt", nanos, List.of(stream), Lifetime.FOREVER, List.of(make));
    }
    Event build =
        new Event(period, true, Event.Action.INSERT, entries, false, KeyChoice.SEQUENTIAL);
    return new Phase("rebuilt", nanos, List.of(), Lifetime.FOREVER, List.of(build, make));
  }
}

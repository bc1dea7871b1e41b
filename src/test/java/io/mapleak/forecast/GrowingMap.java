package io.mapleak.forecast;

import io.mapleak.gomap.ClassicLayout;
import io.mapleak.gomap.GoType;
import io.mapleak.gomap.GoVersion;
import io.mapleak.gomap.Implementation;
import io.mapleak.gomap.MapType;
import io.mapleak.gomap.MapVariant;
import io.mapleak.gomap.SwissLayout;
import io.mapleak.growth.Growth;
import io.mapleak.growth.GrowthJudge;
import io.mapleak.simulator.MapModel;
import io.mapleak.simulator.Models;
import io.mapleak.simulator.SeededHashes;
import io.mapleak.site.CodeLine;
import io.mapleak.site.MapSite;
import io.mapleak.site.SiteHistory;
import io.mapleak.testing.GoHeap;
import io.mapleak.testing.SampledArrays;
import io.mapleak.unit.Interval;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * A simulated map with one object of 64 bytes beside each entry, as profiles a minute apart sample
 * them: one of 8192 objects.
 *
 * @param entries of the map in each profile
 */
record GrowingMap(SiteHistory history, Growth growth, List<Long> times, List<Double> entries) {
  static final ClassicLayout CLASSIC = new ClassicLayout(24, true);
  static final SwissLayout SWISS = new SwissLayout(24, true);

  private static final long MINUTE = 60_000_000_000L;
  private static final CodeLine LINE = new CodeLine("app.put", "app.go", 7);
  private static final int OBJECT = 64;
  private static final GoType WORD = new GoType("int64", 8, 8, false);

  /** A map of Go 1.23 that grows evenly. */
  static GrowingMap classic(Random random, double first, double last, int profiles) {
    double[] entries = evenly(first, last, profiles);
    return of(Implementation.CLASSIC, SampledArrays.classic(random, CLASSIC, entries), 24)
        .with(trail(random, entries), DoubleStream.of(entries).boxed().toList());
  }

  /** A map of Go 1.26 that grows evenly. */
  static GrowingMap swiss(Random random, double first, double last, int profiles) {
    double[] entries = evenly(first, last, profiles);
    MapModel map =
        Models.make(
            GoVersion.of(26),
            new MapType(WORD, WORD, MapVariant.FAST64),
            Models.NO_HINT,
            new SeededHashes(random.nextLong()));
    long[] tables = new long[profiles];
    for (int i = 0; i < profiles; i++) {
      while (map.count() < entries[i]) {
        map.assign((int) map.count());
      }
      tables[i] = map.gauges().slots() / SwissLayout.MAX_TABLE;
    }
    return of(Implementation.SWISS, SampledArrays.swiss(random, SWISS, tables), 24)
        .with(trail(random, entries), DoubleStream.of(entries).boxed().toList());
  }

  private static double[] evenly(double first, double last, int profiles) {
    return DoubleStream.iterate(first, n -> n + (last - first) / (profiles - 1))
        .limit(profiles)
        .toArray();
  }

  /** A map of which nothing but its arrays is known. */
  static GrowingMap of(
      Implementation implementation, List<SiteHistory.Step> steps, @Nullable Integer slotBytes) {
    SiteHistory.Step last = steps.get(steps.size() - 1);
    double slots = last.liveBytes() / 26;
    MapSite site =
        new MapSite(
            "S1",
            LINE,
            implementation,
            slotBytes,
            Interval.exactly(last.liveBytes()),
            0,
            0,
            null,
            1,
            0.9,
            List.of());
    SiteHistory history =
        new SiteHistory(
            site, steps, true, new Interval(slots / 4, slots / 2, slots), 0, List.of(), null);
    return of(history, List.of());
  }

  private static GrowingMap of(SiteHistory history, List<Double> entries) {
    List<Long> times = new ArrayList<>();
    for (int i = 1; i <= history.steps().size(); i++) {
      times.add(i * MINUTE);
    }
    return new GrowingMap(
        history, GrowthJudge.judge(List.of(history), times).get(0), times, entries);
  }

  /** The same with a companion. */
  GrowingMap with(SiteHistory.Trail companion, List<Double> held) {
    return of(
        new SiteHistory(
            history.site(), history.steps(), true, history.grown(), 0, List.of(companion), null),
        held);
  }

  /** The same series in the order of falling entries. */
  GrowingMap reversed() {
    SiteHistory.Trail trail = history.companions().get(0);
    GrowingMap arrays =
        of(history.site().implementation(), reversed(history.steps()), history.site().slotBytes());
    return arrays.with(
        new SiteHistory.Trail(
            trail.at(),
            trail.distance(),
            trail.weight(),
            reversed(trail.live()),
            reversed(trail.made()),
            reversed(trail.liveBytes())),
        reversed(entries));
  }

  private static <T> List<T> reversed(List<T> list) {
    List<T> other = new ArrayList<>(list);
    Collections.reverse(other);
    return other;
  }

  /** One object for each entry, at the line of the map. */
  static SiteHistory.Trail trail(Random random, double... entries) {
    double p = GoHeap.probability(OBJECT);
    List<Double> live = new ArrayList<>();
    double before = 0;
    double seen = 0;
    for (double now : entries) {
      seen += poisson(random, (now - before) * p);
      before = now;
      live.add(seen);
    }
    List<Double> bytes = live.stream().map(k -> k / p * OBJECT).toList();
    return new SiteHistory.Trail(LINE, 0, 1 / p, live, live, bytes);
  }

  private static long poisson(Random random, double mean) {
    double gap = 0;
    long count = -1;
    while (gap <= mean) {
      gap -= Math.log(1 - random.nextDouble());
      count++;
    }
    return count;
  }
}

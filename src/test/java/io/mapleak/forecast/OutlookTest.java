package io.mapleak.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapleak.gomap.ClassicLayout;
import io.mapleak.gomap.GoVersion;
import io.mapleak.gomap.Implementation;
import io.mapleak.site.SiteHistory;
import io.mapleak.testing.GoHeap;
import io.mapleak.testing.SampledArrays;
import io.mapleak.unit.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Intervals of maps that are grown and sampled here: so often as they say they hold the truth. */
class OutlookTest {
  private static final int MAPS = 50;
  private static final int PROFILES = 5;

  /** Few, for the time that they take: of the first 60, 54 hold the truth. */
  private static final int SWISS_MAPS = 8;

  private static Outlook outlook(GrowingMap map, int minor) {
    return Objects.requireNonNull(
        Outlook.of(
            map.history(),
            map.growth(),
            Curves.of(map.history(), GoVersion.of(minor)),
            Course.all(map.times(), map.growth()),
            GoHeap.RATE));
  }

  private static boolean holds(Interval interval, double truth) {
    return interval.low() <= truth && truth <= interval.high();
  }

  private static double share(List<Boolean> held) {
    return (double) held.stream().filter(h -> h).count() / held.size();
  }

  /** It is stated that 92 of 100 intervals hold it: of 200 such maps 189 did. */
  @Test
  void intervalsOfSteadyGrowthHoldTheTruthAsOftenAsStated() {
    Random random = new Random(5);
    List<Boolean> now = new ArrayList<>();
    List<Boolean> gained = new ArrayList<>();
    List<Boolean> later = new ArrayList<>();
    List<Boolean> until = new ArrayList<>();
    double widths = 0;
    for (int i = 0; i < MAPS; i++) {
      double last = 60_000 * Math.exp(2 * random.nextDouble());
      double first = 0.9 * last * random.nextDouble();
      GrowingMap map = GrowingMap.classic(random, first, last, PROFILES);
      Outlook outlook = outlook(map, 23);
      Interval read = outlook.atProfile(PROFILES - 1, Outlook.Figure.ENTRIES);
      widths += Math.log(read.high() / read.low());
      now.add(holds(read, last));
      gained.add(holds(outlook.gained(), last - first));
      double target = 2 * last - first;
      long span = map.times().get(PROFILES - 1) - map.times().get(0);
      if (i % 4 == 0) {
        long then = map.times().get(PROFILES - 1) + span;
        later.add(holds(outlook.at(then, Outlook.Figure.ENTRIES), target));
      }
      until.add(holds(Objects.requireNonNull(outlook.until(n -> target)), span / 1e9));
    }
    assertThat(share(now)).isBetween(0.8, 0.99);
    assertThat(share(gained)).isBetween(0.8, 0.99);
    assertThat(share(later)).isGreaterThanOrEqualTo(0.8);
    assertThat(share(until)).isBetween(0.8, 0.99);
    // the array alone leaves a factor of two
    assertThat(Math.exp(widths / MAPS)).isBetween(1.1, 1.6);
  }

  @Test
  void aMapThatKeepsItsEntriesMayHaveGainedNone() {
    Random random = new Random(7);
    List<Boolean> none = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      double entries = 60_000 * Math.exp(2 * random.nextDouble());
      none.add(holds(outlook(GrowingMap.classic(random, entries, entries, 4), 23).gained(), 0));
    }
    assertThat(share(none)).isGreaterThanOrEqualTo(0.9);
  }

  /** A line that falls is as likely as one that rises: no time is the latest. */
  @Test
  void aMapThatKeepsItsEntriesMayNeverReachTwiceAsMany() {
    Random random = new Random(7);
    List<Double> ends = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      double entries = 60_000 * Math.exp(2 * random.nextDouble());
      Interval until =
          outlook(GrowingMap.classic(random, entries, entries, 4), 23).until(n -> 2 * n);
      ends.add(until == null ? Double.POSITIVE_INFINITY : until.high());
    }
    assertThat(ends).containsOnly(Double.POSITIVE_INFINITY);
  }

  @Test
  void aSeriesInReverseGainsNothing() {
    Random random = new Random(9);
    for (int i = 0; i < 3; i++) {
      GrowingMap growing = GrowingMap.classic(random, 100_000, 200_000, PROFILES);
      assertThat(outlook(growing, 23).gained().low()).isPositive();
      assertThat(outlook(growing.reversed(), 23).gained().low()).isNegative();
    }
  }

  /** Of the tables, of 26 KB each, one in twenty is sampled; of the objects one in 8192. */
  @Test
  void tablesAndObjectsTogetherTellTheEntriesOfASwissMap() {
    Random random = new Random(11);
    List<Boolean> held = new ArrayList<>();
    double widths = 0;
    for (int i = 0; i < SWISS_MAPS; i++) {
      double last = 60_000 * Math.exp(1.2 * random.nextDouble());
      GrowingMap map = GrowingMap.swiss(random, 0.9 * last * random.nextDouble(), last, 3);
      Interval read = outlook(map, 26).atProfile(2, Outlook.Figure.ENTRIES);
      held.add(holds(read, last));
      widths += Math.log(read.high() / read.low());
    }
    assertThat(share(held)).isGreaterThanOrEqualTo(0.6);
    assertThat(Math.exp(widths / SWISS_MAPS)).isBetween(1.1, 1.8);
  }

  /** Slots of 58 bytes would make the arrays of 28 with half the entries. */
  @Test
  void whereTwoSlotsFitTheEntriesOfBothAreHeld() {
    Random random = new Random(13);
    double last = 150_000;
    ClassicLayout half = new ClassicLayout(28, true);
    List<SiteHistory.Step> steps = SampledArrays.classic(random, half, 50_000, 100_000, last);
    GrowingMap map = GrowingMap.of(Implementation.CLASSIC, steps, 58);
    List<CapacityCurve> curves = new ArrayList<>();
    for (int slot : new int[] {58, 28}) {
      curves.add(new ClassicCurve(new ClassicLayout(slot, true), 6.5, 1, 1, false));
    }
    List<Course> courses = Course.all(map.times(), map.growth());
    Outlook either =
        Objects.requireNonNull(
            Outlook.of(map.history(), map.growth(), curves, courses, GoHeap.RATE));
    Interval entries = either.atProfile(2, Outlook.Figure.ENTRIES);
    assertThat(entries.low()).isLessThanOrEqualTo(last / 2);
    assertThat(entries.high()).isGreaterThanOrEqualTo(last);
    assertThat(either.atProfile(2, Outlook.Figure.ARRAY_BYTES).best())
        .isEqualTo(steps.get(2).largest());
  }
}

package io.mapleak.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mapleak.gomap.ClassicLayout;
import io.mapleak.gomap.SwissLayout;
import io.mapleak.unit.Interval;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Entries read off the times of births, against maps that are grown and sampled here. */
final class GrowthCurveTest {
  private static final int PROFILES = 10;
  private static final Sampling SAMPLING = new Sampling(524288);

  @Test
  void curvesRiseToOne() {
    for (GrowthCurve curve : GrowthCurve.of(PROFILES, List.of())) {
      assertThat(curve.levels()).hasSize(PROFILES).isSorted();
      assertThat(curve.levels().get(PROFILES - 1)).isCloseTo(1, within(1e-12));
      assertThat(curve.weight()).isPositive();
    }
  }

  @Test
  void aSwissMapThatGrowsSteadilyIsKnownBetterThanByItsTablesAlone() {
    Random random = new Random(5);
    long tableBytes = new SwissLayout(24, true).tableCharge(SwissLayout.MAX_TABLE);
    double p = SAMPLING.probability(tableBytes);
    List<GrowthCurve> curves = GrowthCurve.of(PROFILES, List.of());
    List<Double> widths = new ArrayList<>();
    List<Double> widthsAlone = new ArrayList<>();
    int held = 0;
    int maps = 60;
    for (int map = 0; map < maps; map++) {
      double entries = 60_000 * Math.exp(random.nextDouble() * 3);
      List<Long> made = new ArrayList<>();
      long sampled = 0;
      double before = 0;
      for (int i = 1; i <= PROFILES; i++) {
        double now = 2 * TableNumber.mean(entries * i / PROFILES) - 1;
        sampled += binomial(random, Math.round(now) - Math.round(before), p);
        before = now;
        made.add(sampled);
      }
      long live = binomial(random, Math.round(TableNumber.mean(entries)), 0.5);
      live = Math.max(1, Math.min(sampled - 1, Math.round(live * 2 * p)));
      Interval range =
          SwissEstimate.grown(
                  tableBytes,
                  live,
                  sampled - live,
                  List.of(),
                  SAMPLING,
                  new TableBirths(made, curves)::logLikelihood)
              .entries();
      Interval alone =
          SwissEstimate.grown(tableBytes, live, sampled - live, List.of(), SAMPLING, n -> 0)
              .entries();
      held += range.low() / 1.04 <= entries && entries <= range.high() * 1.04 ? 1 : 0;
      widths.add(range.high() / range.low());
      widthsAlone.add(alone.high() / alone.low());
    }
    Collections.sort(widths);
    Collections.sort(widthsAlone);
    assertThat((double) held / maps).isGreaterThanOrEqualTo(0.88);
    assertThat(widths.get(maps / 2)).isLessThan(0.95 * widthsAlone.get(maps / 2));
  }

  @Test
  void aClassicMapThatGrowsSteadilyIsKnownWithinItsDoubling() {
    ClassicLayout layout = new ClassicLayout(24, true);
    List<GrowthCurve> curves = GrowthCurve.of(PROFILES, List.of());
    for (double entries : new double[] {230_000, 300_000, 390_000}) {
      ArrayBirths births = new ArrayBirths(layout, classic(layout, entries), curves, SAMPLING);
      Interval range =
          new EntriesPosterior(1000, births::logLikelihood, List.of(), false).range(n -> n);
      assertThat(entries).isBetween(range.low() / 1.01, range.high() * 1.01);
      assertThat(range.high() / range.low()).isLessThan(1.9);
      assertThat(births.logLikelihood(500_000)).isEqualTo(Double.NEGATIVE_INFINITY);
    }
  }

  /** All arrays from 64 KiB on, as if each were sampled. */
  private static List<SiteHistory.Step> classic(ClassicLayout layout, double entries) {
    List<SiteHistory.Step> steps = new ArrayList<>();
    for (int i = 1; i <= PROFILES; i++) {
      List<SiteHistory.Rung> rungs = new ArrayList<>();
      double now = entries * i / PROFILES;
      for (int b = 9; ClassicLayout.maxEntries(b - 1) < now; b++) {
        boolean top = ClassicLayout.maxEntries(b) >= now;
        rungs.add(new SiteHistory.Rung(layout.arrayCharge(b), top ? 1 : 0, 1, 0, 0));
      }
      long largest = rungs.get(rungs.size() - 1).bytes();
      steps.add(new SiteHistory.Step(largest, 1, rungs.size(), 1, largest, rungs));
    }
    return steps;
  }

  private static long binomial(Random random, long n, double p) {
    long k = 0;
    for (long i = 0; i < n; i++) {
      k += random.nextDouble() < p ? 1 : 0;
    }
    return k;
  }
}

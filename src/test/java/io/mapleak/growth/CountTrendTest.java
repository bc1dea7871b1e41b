package io.mapleak.growth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The test of growth on simulated birth and death of sampled objects. */
class CountTrendTest {
  private static final int STEPS = 10;
  private static final int RUNS = 400;

  /**
   * Counts of a site: births a step by {@code rate}, each object lives on with {@code survival}.
   */
  private static CountTrend simulate(Random random, double start, double[] rate, double survival) {
    List<Double> live = new ArrayList<>();
    List<Double> made = new ArrayList<>();
    int alive = poisson(random, start);
    double born = alive;
    for (double births : rate) {
      int kept = 0;
      for (int i = 0; i < alive; i++) {
        kept += random.nextDouble() < survival ? 1 : 0;
      }
      int fresh = poisson(random, births);
      alive = kept + fresh;
      born += fresh;
      live.add((double) alive);
      made.add(born);
    }
    return CountTrend.of(live, made);
  }

  private static int poisson(Random random, double mean) {
    double limit = Math.exp(-mean);
    int k = 0;
    for (double p = random.nextDouble(); p > limit; p *= random.nextDouble()) {
      k++;
    }
    return k;
  }

  private static double share(double start, double[] rate, double survival) {
    Random random = new Random(7);
    int growing = 0;
    for (int run = 0; run < RUNS; run++) {
      growing += simulate(random, start, rate, survival).grows() ? 1 : 0;
    }
    return (double) growing / RUNS;
  }

  private static double[] constant(double rate) {
    double[] rates = new double[STEPS];
    java.util.Arrays.fill(rates, rate);
    return rates;
  }

  @Test
  void steadySitesAreRarelyTakenForGrowing() {
    // births balance deaths: 10 a step into 100 alive with 10 % dying, 40 into 80 with half of them
    // dying
    assertThat(share(100, constant(10), 0.9)).isLessThanOrEqualTo(0.02);
    assertThat(share(80, constant(40), 0.5)).isLessThanOrEqualTo(0.02);
  }

  @Test
  void aLeakOfSeveralSamplesAStepIsSeen() {
    assertThat(share(10, constant(5), 1)).isGreaterThanOrEqualTo(0.95);
    assertThat(share(60, constant(5), 1)).isGreaterThanOrEqualTo(0.95);
  }

  @Test
  void aCacheThatFillsIsSaturated() {
    double[] filling = {20, 20, 20, 5, 0, 0, 0, 0, 0, 0};
    assertThat(share(5, filling, 1)).isLessThanOrEqualTo(0.02);
  }

  @Test
  void loadThatFallsInBetweenComesAndGoes() {
    List<Double> live = List.of(40.0, 80.0, 120.0, 70.0, 40.0, 60.0, 100.0, 130.0);
    List<Double> made = List.of(40.0, 90.0, 150.0, 160.0, 170.0, 210.0, 270.0, 320.0);
    CountTrend trend = CountTrend.of(live, made);
    assertThat(trend.comesAndGoes()).isTrue();
    assertThat(trend.grows()).isFalse();
  }

  @Test
  void fewSamplesProveNothing() {
    // five more of which none died: below the least gain of six
    CountTrend trend = CountTrend.of(List.of(0.0, 2.0, 5.0), List.of(0.0, 2.0, 5.0));
    assertThat(trend.isSignificant()).isFalse();
  }
}

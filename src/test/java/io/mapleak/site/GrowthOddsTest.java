package io.mapleak.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mapleak.gomap.ClassicLayout;
import io.mapleak.gomap.SwissLayout;
import io.mapleak.testing.SampledArrays;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Growth that goes on against growth that ended, for maps that are grown and sampled here. */
final class GrowthOddsTest {
  private static final int PROFILES = 10;
  private static final int MAPS = 60;
  private static final Sampling SAMPLING = new Sampling(524288);

  /** The process began one step before the first profile. */
  private static double steady(double profile) {
    return (profile + 1) / PROFILES;
  }

  private static double ended(double profile) {
    return Math.min(1, (profile + 1) / 4);
  }

  private static double warmedUp(double profile) {
    return 1 - Math.exp(-(profile + 1) / 1.5);
  }

  @Test
  void formsRiseToOneAndWeighOne() {
    for (List<GrowthCurve> forms :
        List.of(GrowthOdds.going(PROFILES), GrowthOdds.resting(PROFILES))) {
      assertThat(forms.stream().mapToDouble(GrowthCurve::weight).sum()).isCloseTo(1, within(1e-9));
      for (GrowthCurve form : forms) {
        assertThat(form.levels()).hasSize(PROFILES).isSorted();
        assertThat(form.levels().get(PROFILES - 1)).isCloseTo(1, within(1e-9));
      }
    }
  }

  @Test
  void twoProfilesShowNoForm() {
    assertThat(GrowthOdds.of(2, 8, 1e6, n -> 0, (n, curve) -> 0, n -> 0)).isZero();
  }

  @Test
  void classicArraysTellSteadyGrowthFromGrowthThatEnded() {
    assertThat(shareThatGoesOn(GrowthOddsTest::classic, GrowthOddsTest::steady)).isGreaterThan(0.7);
    assertThat(shareThatGoesOn(GrowthOddsTest::classic, GrowthOddsTest::ended)).isLessThan(0.1);
    assertThat(shareThatGoesOn(GrowthOddsTest::classic, GrowthOddsTest::warmedUp)).isLessThan(0.1);
  }

  @Test
  void swissTablesTellSteadyGrowthFromGrowthThatEnded() {
    assertThat(shareThatGoesOn(GrowthOddsTest::swiss, GrowthOddsTest::steady)).isGreaterThan(0.7);
    assertThat(shareThatGoesOn(GrowthOddsTest::swiss, GrowthOddsTest::ended)).isLessThan(0.1);
    assertThat(shareThatGoesOn(GrowthOddsTest::swiss, GrowthOddsTest::warmedUp)).isLessThan(0.1);
  }

  @Test
  void tablesThatDieWithoutBirthsAreNoGrowth() {
    List<Long> made = List.of(2L, 4L, 6L, 8L, 10L, 12L, 14L, 16L, 18L, 20L);
    TableBirths births = new TableBirths(made, List.of());
    assertThat(births.goesOn(2, 18, 4, 0.05)).isLessThan(births.goesOn(10, 10, 0, 0.05));
  }

  /** What the arrays tell of a map with so many entries in the end. */
  private interface Map {
    double goesOn(Random random, double entries, DoubleUnaryOperator level);
  }

  private static double shareThatGoesOn(Map map, DoubleUnaryOperator level) {
    Random random = new Random(11);
    int on = 0;
    for (int i = 0; i < MAPS; i++) {
      double entries = 150_000 * Math.exp(random.nextDouble() * 2);
      on += map.goesOn(random, entries, level) > Math.log(2) ? 1 : 0;
    }
    return (double) on / MAPS;
  }

  private static double classic(Random random, double entries, DoubleUnaryOperator level) {
    ClassicLayout layout = new ClassicLayout(24, true);
    double[] through =
        IntStream.range(0, PROFILES).mapToDouble(i -> entries * level.applyAsDouble(i)).toArray();
    List<SiteHistory.Step> steps = SampledArrays.classic(random, layout, through);
    return new ArrayBirths(layout, steps, List.of(), SAMPLING).goesOn();
  }

  private static double swiss(Random random, double entries, DoubleUnaryOperator level) {
    double p = SAMPLING.probability(new SwissLayout(24, true).tableCharge(SwissLayout.MAX_TABLE));
    List<Long> made = new ArrayList<>();
    long sampled = 0;
    double before = 0;
    for (int i = 0; i < PROFILES; i++) {
      double now = 2 * TableNumber.mean(entries * level.applyAsDouble(i)) - 1;
      sampled += binomial(random, Math.round(now) - Math.round(before), p);
      before = now;
      made.add(sampled);
    }
    long live = binomial(random, sampled, 0.5);
    return new TableBirths(made, List.of()).goesOn(live, sampled - live, 0, p);
  }

  private static long binomial(Random random, long n, double p) {
    long k = 0;
    for (long i = 0; i < n; i++) {
      k += random.nextDouble() < p ? 1 : 0;
    }
    return k;
  }
}

package io.mapleak.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class SampledChangeTest {
  private static final double BLOCK = 80;
  private static final double RATE = 512 * 1024;
  private static final double SAMPLED = -Math.expm1(-BLOCK / RATE);
  private static final int RUNS = 3000;

  private static double poisson(Random random, double mean) {
    return Math.max(0, Math.rint(mean + Math.sqrt(mean) * random.nextGaussian()));
  }

  /** Sampled blocks of a site in two profiles: some stay, some are made, some die. */
  private static SampledChange change(
      Random random, double stay, double born, double died, boolean same) {
    double staying = poisson(random, stay);
    double made = poisson(random, born);
    double first = staying + poisson(random, died);
    double second = (same ? staying : poisson(random, stay)) + made;
    return SampledChange.of(
        BLOCK, 1 / SAMPLED, first, second, same ? made : Double.POSITIVE_INFINITY);
  }

  private static double share(
      double stay, double born, double died, boolean same, double atMostChance) {
    Random random = new Random(11);
    int found = 0;
    for (int run = 0; run < RUNS; run++) {
      found += change(random, stay, born, died, same).chance() <= atMostChance ? 1 : 0;
    }
    return found / (double) RUNS;
  }

  @Test
  void aSiteWithoutAChangeIsTakenForOneNoMoreOftenThanItSays() {
    assertThat(share(200, 20, 20, true, 0.01)).isLessThanOrEqualTo(0.015);
    assertThat(share(20, 100, 100, true, 0.01)).isLessThanOrEqualTo(0.015);
    assertThat(share(200, 0, 0, false, 0.01)).isLessThanOrEqualTo(0.015);
  }

  @Test
  void growthOnALargeBaseIsSeenWithinOneProcessOnly() {
    // 100 MiB that stay and 12 samples more: 6 MiB
    assertThat(share(200, 12, 0, true, 0.02)).isGreaterThan(0.9);
    assertThat(share(200, 12, 0, false, 0.02)).isLessThan(0.1);
  }

  @Test
  void blocksThatAreAlwaysSampledAreKnownExactly() {
    SampledChange change = SampledChange.of(8 << 20, 1, 1, 2, 1);
    assertThat(change.variance()).isZero();
    assertThat(change.range().low()).isEqualTo(8 << 20);
    assertThat(change.chance()).isZero();
  }

  @Test
  void sumsAddBytesAndVariances() {
    SampledChange one = SampledChange.of(BLOCK, 1 / SAMPLED, 10, 20, 10);
    SampledChange both = one.plus(one.reversed());
    assertThat(both.bytes()).isZero();
    assertThat(both.z()).isZero();
    assertThat(both.variance()).isCloseTo(2 * one.variance(), within(1e-3));
  }
}

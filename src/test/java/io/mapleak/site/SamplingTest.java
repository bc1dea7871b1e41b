package io.mapleak.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mapleak.unit.Interval;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SamplingTest {
  private static final Sampling DEFAULT = new Sampling(524288);

  @Test
  void probability() {
    // 1 - exp(-18432 / 524288)
    assertThat(DEFAULT.probability(18432)).isCloseTo(0.03455, within(1e-5));
    // 1 - exp(-1)
    assertThat(DEFAULT.probability(524288)).isCloseTo(0.63212, within(1e-5));
    assertThat(new Sampling(1).probability(8)).isEqualTo(1);
    assertThat(new Sampling(0).probability(8)).isEqualTo(1);
  }

  @Test
  void sampledUndoesTheScalingOfTheProfile() {
    for (long rate : new long[] {1, 65536, 524288}) {
      Sampling sampling = new Sampling(rate);
      for (long bytes : new long[] {8, 16, 48, 208, 4096, 18432, 27264, 909312, 40108032}) {
        for (long count = 0; count < 2000; count += 7) {
          // as the runtime scales: bytes sampled / p, cut to a whole number
          long scaled = (long) (count * bytes / sampling.probability(bytes));
          assertThat(sampling.sampled(scaled, bytes)).isEqualTo(count);
        }
      }
    }
  }

  @Test
  void aBlockThatCannotBeMissedIsCountedExactly() {
    // 1 - exp(-7241728 / 524288) = 0.999999
    assertThat(DEFAULT.count(3, 7241728)).isEqualTo(Interval.exactly(3));
  }

  @Test
  void countIsNeverBelowWhatWasSeen() {
    for (long bytes : new long[] {64, 18432, 909312}) {
      for (long sampled = 0; sampled < 50; sampled++) {
        Interval count = DEFAULT.count(sampled, bytes);

        assertThat(count.low()).isGreaterThanOrEqualTo(sampled);
        assertThat(count.best()).isBetween(count.low(), count.high());
      }
    }
  }

  @ParameterizedTest(name = "{0} blocks of {1} bytes")
  @CsvSource({
    // expected to be sampled: 8.8, 14.1, 141, 5, 82, 12.2
    "256, 18432",
    "400, 18432",
    "4000, 18432",
    "100, 27264",
    "100, 909312",
    "100000, 64"
  })
  void countCoversTheTruth(int blocks, long bytes) {
    Random random = new Random(20261121);
    double p = DEFAULT.probability(bytes);
    int covered = 0;
    int runs = 2000;
    for (int run = 0; run < runs; run++) {
      long sampled = p < 0.001 ? poisson(random, blocks * p) : binomial(random, blocks, p);
      Interval count = DEFAULT.count(sampled, bytes);
      covered += count.low() <= blocks && blocks <= count.high() ? 1 : 0;
    }
    // nominal 95 %; counts are whole, so the coverage steps around it, and 2000 runs have a
    // standard error of 0.5 %
    assertThat(covered / (double) runs).isBetween(0.925, 0.985);
  }

  @Test
  void theLikeliestOctaveIsAFactorOfTwo() {
    Interval wide = new Interval(2, 10, 40);

    Interval octave = Sampling.likeliestOctave(wide);

    // 10 ln 2 = 6.93
    assertThat(octave.low()).isCloseTo(6.931, within(0.001));
    assertThat(octave.high() / octave.low()).isCloseTo(2, within(1e-6));
    assertThat(octave.best()).isEqualTo(10);
    Interval narrow = new Interval(9, 10, 12);
    assertThat(Sampling.likeliestOctave(narrow)).isEqualTo(narrow);
  }

  private static long binomial(Random random, int n, double p) {
    long k = 0;
    for (int i = 0; i < n; i++) {
      k += random.nextDouble() < p ? 1 : 0;
    }
    return k;
  }

  private static long poisson(Random random, double mean) {
    long k = -1;
    double product = 1;
    do {
      product *= random.nextDouble();
      k++;
    } while (product > Math.exp(-mean));
    return k;
  }
}

package io.mapleak.simulator.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZipfTest {
  private static final int DRAWS = 400_000;

  /** Five standard deviations of a share near 0.5 of so many draws are 0.004. */
  private static final double TOLERANCE = 0.004;

  @ParameterizedTest
  @CsvSource({"0.5, 10", "0.9, 1000", "1, 1000", "1.2, 100000", "3, 50", "1.1, 1"})
  void keysAreDrawnByTheirWeight(double exponent, int keys) {
    Zipf zipf = new Zipf(exponent);
    SplittableRandom random = new SplittableRandom(1);
    int[] drawn = new int[keys + 1];
    for (int i = 0; i < DRAWS; i++) {
      drawn[zipf.draw(keys, random)]++;
    }

    double all = 0;
    for (int k = 1; k <= keys; k++) {
      all += Math.pow(k, -exponent);
    }
    for (int k = 1; k <= Math.min(keys, 20); k++) {
      double expected = Math.pow(k, -exponent) / all;
      assertThat(drawn[k] / (double) DRAWS).isCloseTo(expected, within(TOLERANCE));
    }
    assertThat(drawn[0]).isZero();
  }
}

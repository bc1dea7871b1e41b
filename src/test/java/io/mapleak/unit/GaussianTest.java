package io.mapleak.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GaussianTest {
  @ParameterizedTest
  @CsvSource({"0, 0.5", "1.2816, 0.1", "1.96, 0.025", "2.3263, 0.01", "-1.96, 0.975", "6, 1e-9"})
  void upperTailIsThatOfTheTables(double z, double chance) {
    assertThat(Gaussian.upperTail(z)).isCloseTo(chance, within(2e-5));
  }
}

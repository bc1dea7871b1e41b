package io.mapleak.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class TableBirthsTest {
  @Test
  void logsOfFactorials() {
    double log = 0;
    assertThat(TableBirths.logFactorial(0)).isZero();
    assertThat(TableBirths.logFactorial(1)).isCloseTo(0, within(6e-4));
    for (int n = 2; n < 200; n++) {
      log += Math.log(n);
      assertThat(TableBirths.logFactorial(n)).isCloseTo(log, within(3e-5));
    }
  }

  /** What a profile says may be no number of tables at all: that takes no longer to weigh. */
  @Test
  void absurdNumbersOfTablesAreWeighedAsFast() {
    long many = 1L << 46;
    TableBirths births = new TableBirths(List.of(many, 2 * many, 4 * many), List.of());
    double odds =
        Assertions.assertTimeoutPreemptively(
            Duration.ofSeconds(20), () -> births.goesOn(2 * many, 2 * many, 0, 0.05));
    assertThat(odds).isFinite();
  }

  /** Tables new in each profile grow as the entries do: so many that an int does not hold them. */
  @Test
  void birthsBeyondAnIntCountAsTheyAre() {
    GrowthCurve steady = new GrowthCurve(1, List.of(0.25, 0.5, 1.0), List.of(0.05, 0.05, 0.0));
    long few = 50;
    long many = 1L << 33;
    double ofFew =
        new TableBirths(List.of(few, 2 * few, 4 * few), List.of(steady)).logLikelihood(1e5);
    double ofMany =
        new TableBirths(List.of(many, 2 * many, 4 * many), List.of(steady)).logLikelihood(1e5);
    assertThat(ofMany).isCloseTo(ofFew, within(1e-9)).isNegative();
  }
}

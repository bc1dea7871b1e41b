package io.mapleak.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mapleak.unit.Interval;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EntriesPosteriorTest {
  @Test
  void hardEndsAreKept() {
    EntriesPosterior posterior =
        new EntriesPosterior(
            100, n -> n > 1000 && n <= 2000 ? 0 : Double.NEGATIVE_INFINITY, List.of(), false);
    Interval range = posterior.range(n -> n, EntriesPosterior.COVERAGE_OF_HARD_ENDS);
    assertThat(range.low()).isBetween(1000.0, 1020.0);
    assertThat(range.high()).isBetween(1960.0, 2000.0);
    // half of the belief lies below it: the integral of n^-1.5
    double median = Math.pow((Math.pow(1000, -0.5) + Math.pow(2000, -0.5)) / 2, -2);
    assertThat(range.best()).isCloseTo(median, within(20.0));
  }

  @Test
  void aContradictionIsNoBelief() {
    assertThat(
            new EntriesPosterior(100, n -> Double.NEGATIVE_INFINITY, List.of(), false).isPossible())
        .isFalse();
    assertThat(new EntriesPosterior(100, n -> -1e6, List.of(), false).isPossible()).isTrue();
  }

  @Test
  void aCompanionDrawsTheBeliefToItsCount() {
    Companion keys = Points.companion(0, 100, 100);
    Interval without = new EntriesPosterior(1000, n -> 0, List.of(), false).range(n -> n);
    Interval with = new EntriesPosterior(1000, n -> 0, List.of(keys), false).range(n -> n);
    assertThat(with.best()).isCloseTo(keys.count(), within(0.1 * keys.count()));
    assertThat(Math.abs(Math.log(with.best() / keys.count())))
        .isLessThan(Math.abs(Math.log(without.best() / keys.count())));
  }

  @Test
  void theLikeliestOctaveIsOne() {
    Interval octave =
        new EntriesPosterior(10, n -> -Math.pow(Math.log(n / 5000), 2), List.of(), false)
            .likeliestOctave(n -> n);
    assertThat(octave.high() / octave.low()).isCloseTo(2, within(1e-6));
    assertThat(5000.0).isBetween(octave.low(), octave.high());
  }

  @Test
  void moreBlocksThanTheLargestMapHasAreThatMap() {
    EntriesPosterior posterior =
        new EntriesPosterior(100, n -> Double.NEGATIVE_INFINITY, List.of(), false);
    assertThat(posterior.range(n -> n).low()).isEqualTo(2e9);
  }
}

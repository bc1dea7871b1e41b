package io.mapleak.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapleak.unit.Interval;
import org.junit.jupiter.api.Test;

class WeightedTest {
  private static Weighted evenly(int from, int to, double weight) {
    Weighted values = new Weighted();
    for (int i = to; i >= from; i--) {
      values.add(i, weight);
    }
    return values;
  }

  /** Of all windows of 92 of 100 numbers the last one has the least ratio of its ends. */
  @Test
  void theNarrowestIntervalIsThatOfTheLeastRatio() {
    assertThat(evenly(1, 100, 1).interval()).isEqualTo(new Interval(9, 50, 100));
  }

  @Test
  void onlyRatiosOfWeightsCount() {
    // a power of two, so that sums are exact
    assertThat(evenly(1, 100, 1.0 / 1024).interval()).isEqualTo(evenly(1, 100, 1).interval());
  }

  @Test
  void whatWeighsTooLittleIsLeftOut() {
    Weighted values = evenly(10, 12, 31);
    values.add(1_000_000, 3);
    values.add(1, 4);
    assertThat(values.interval()).isEqualTo(new Interval(10, 11, 12));
  }

  @Test
  void whatWeighsEnoughIsKeptAndTheMedianGoesByWeight() {
    Weighted values = new Weighted();
    values.add(100, 0.7);
    values.add(1, 0.3);
    assertThat(values.interval()).isEqualTo(new Interval(1, 100, 100));
  }

  @Test
  void oneValueIsKnownExactly() {
    assertThat(evenly(7, 7, 1).interval()).isEqualTo(Interval.exactly(7));
    assertThat(evenly(-7, -7, 1).range()).isEqualTo(Interval.exactly(-7));
  }

  /** 4 % lie below the range, and 4 % above it. */
  @Test
  void aRangeHasEqualTailsAndMayBeNegative() {
    Interval range = evenly(-499, 500, 1).range();
    assertThat(range.low()).isBetween(-461.0, -459.0);
    assertThat(range.best()).isBetween(-1.0, 1.0);
    assertThat(range.high()).isBetween(459.0, 461.0);
  }
}

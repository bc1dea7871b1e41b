package io.mapleak.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapleak.unit.Interval;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpreadTest {
  private static DoubleStream times(int count, double value) {
    return DoubleStream.generate(() -> value).limit(count);
  }

  private static Spread downFrom(int to, int from) {
    return new Spread(IntStream.rangeClosed(-to, -from).mapToDouble(i -> -i).toArray());
  }

  /** Of all windows of 92 of 100 numbers the last one has the least ratio of its ends. */
  @Test
  void theNarrowestIntervalIsThatOfTheLeastRatio() {
    assertThat(downFrom(100, 1).interval()).isEqualTo(new Interval(9, 50, 100));
  }

  @Test
  void whatIsTooSeldomIsLeftOut() {
    DoubleStream most = DoubleStream.concat(times(31, 10), times(62, 11));
    DoubleStream rare = DoubleStream.concat(times(3, 1_000_000), times(4, 1));
    assertThat(new Spread(DoubleStream.concat(rare, most).toArray()).interval())
        .isEqualTo(new Interval(10, 11, 11));
  }

  @Test
  void whatIsOftenEnoughIsKeptAndTheMedianIsWhatIsMoreOften() {
    Spread values = new Spread(DoubleStream.concat(times(70, 100), times(30, 1)).toArray());
    assertThat(values.interval()).isEqualTo(new Interval(1, 100, 100));
  }

  @Test
  void oneValueIsKnownExactly() {
    assertThat(downFrom(7, 7).interval()).isEqualTo(Interval.exactly(7));
    assertThat(downFrom(-7, -7).range()).isEqualTo(Interval.exactly(-7));
  }

  /** 4 % lie below the range, and 4 % above it. */
  @Test
  void aRangeHasEqualTailsAndMayBeNegative() {
    assertThat(downFrom(500, -499).range()).isEqualTo(new Interval(-460, 0, 460));
  }
}

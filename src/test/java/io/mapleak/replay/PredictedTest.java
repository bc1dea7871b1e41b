package io.mapleak.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapleak.forecast.EntriesHistory;
import io.mapleak.simulator.workload.Sample;
import io.mapleak.unit.Interval;
import java.util.List;
import org.junit.jupiter.api.Test;

class PredictedTest {
  private static final EntriesHistory READ =
      new EntriesHistory(
          List.of(Interval.exactly(5), new Interval(8, 10, 12)),
          List.of(Interval.exactly(300), new Interval(400, 500, 800)),
          Interval.exactly(5));

  private static Predicted predicted(long entries, long bytes) {
    Sample run = new Sample(0, entries, entries, bytes, bytes, 0, bytes, 0, bytes, 0);
    return Predicted.of(run, READ, 1);
  }

  @Test
  void theRunIsTheBestGuessOfARange() {
    assertThat(predicted(11, 600).arrayBytes()).isEqualTo(new Interval(400, 600, 800));
    assertThat(predicted(11, 600).entries()).isEqualTo(new Interval(8, 11, 12));
  }

  @Test
  void aRangeReachesToARunBesideIt() {
    assertThat(predicted(7, 900).arrayBytes()).isEqualTo(new Interval(400, 900, 900));
    assertThat(predicted(7, 900).entries()).isEqualTo(new Interval(7, 7, 12));
  }

  @Test
  void whatNothingBoundsHasNoRange() {
    Predicted unknown = Predicted.of(predicted(7, 900).run(), null, 1);
    assertThat(unknown.arrayBytes()).isNull();
    assertThat(unknown.entries()).isNull();
  }
}

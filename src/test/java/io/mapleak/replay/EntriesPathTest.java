package io.mapleak.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EntriesPathTest {
  private static final long MINUTE = 60_000_000_000L;

  private static EntriesPath through(List<Long> minutes, List<Double> entries) {
    return EntriesPath.through(
        minutes.stream().map(m -> m * MINUTE).toList(), entries, (profile, n) -> true);
  }

  @Test
  void steadyGrowthIsOneStretchFromAnEmptyMap() {
    EntriesPath path =
        through(List.of(100L, 110L, 120L, 130L), List.of(1000.0, 2000.0, 3000.0, 4000.0));
    assertThat(path.stretches()).containsExactly(new EntriesPath.Stretch(40 * MINUTE, 0, 4000));
    assertThat(path.moments()).containsExactly(10 * MINUTE, 20 * MINUTE, 30 * MINUTE, 40 * MINUTE);
  }

  @Test
  void aBurstBeginsAStretchOfItsOwn() {
    EntriesPath path =
        through(List.of(100L, 110L, 120L, 130L), List.of(1000.0, 2000.0, 9000.0, 10_000.0));
    assertThat(path.stretches()).hasSize(4);
    assertThat(path.stretches().get(2)).isEqualTo(new EntriesPath.Stretch(10 * MINUTE, 2000, 9000));
  }

  @Test
  void aProfileThatForbidsTheStraightLineBreaksIt() {
    EntriesPath path =
        EntriesPath.through(
            List.of(10 * MINUTE, 20 * MINUTE, 30 * MINUTE),
            List.of(1000.0, 1990.0, 3000.0),
            (profile, n) -> profile != 1 || n < 2000);
    assertThat(path.stretches()).hasSizeGreaterThan(1);
  }

  @Test
  void timesHaveThreeDigits() {
    EntriesPath path =
        EntriesPath.through(
            List.of(7_000_000_000L, 8_416_769_908L, 10_003_000_001L),
            List.of(1000.0, 2000.0, 9000.0),
            (profile, n) -> true);
    assertThat(path.moments()).allMatch(moment -> moment % 1_000_000 == 0).isSorted();
    assertThat(path.moments().get(1) - path.moments().get(0)).isEqualTo(1_417_000_000L);
  }

  @Test
  void aMapThatDoesNotGrowHasAPastAsLongAsTheSeries() {
    EntriesPath path = through(List.of(100L, 110L, 120L), List.of(500.0, 500.0, 500.0));
    assertThat(path.moments().get(0)).isEqualTo(20 * MINUTE);
    assertThat(path.stretches().get(path.stretches().size() - 1).to()).isEqualTo(500);
  }
}

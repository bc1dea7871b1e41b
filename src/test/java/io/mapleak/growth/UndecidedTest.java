package io.mapleak.growth;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapleak.unit.Figures;
import java.util.List;
import org.junit.jupiter.api.Test;

final class UndecidedTest {
  private static final long MINUTE = 60_000_000_000L;

  @Test
  void oneProfileNeedsMore() {
    assertThat(Undecided.decider(List.of(MINUTE))).startsWith("one profile shows size");
  }

  @Test
  void aSeriesHasToBecomeTwiceAsLong() {
    assertThat(Undecided.decider(List.of(MINUTE, 16 * MINUTE)))
        .startsWith("a series of about 30" + Figures.JOIN + "min of this process");
  }

  @Test
  void withoutTimesProfilesAreCounted() {
    assertThat(Undecided.decider(List.of(0L, 0L, 0L))).startsWith("a series of 6 profiles");
  }
}

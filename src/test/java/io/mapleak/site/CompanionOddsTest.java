package io.mapleak.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapleak.gomap.ClassicLayout;
import io.mapleak.gomap.Implementation;
import io.mapleak.testing.GoHeap;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CompanionOddsTest {
  private static final Sampling SAMPLING = new Sampling(GoHeap.RATE);

  /** One array of 2^14 buckets, 53 248 to 106 496 entries. */
  private static final Fit ARRAY =
      new Fit(
          Implementation.CLASSIC,
          24,
          false,
          List.of(Points.block(new ClassicLayout(24, false).arrayCharge(14), 1, 1)),
          List.of(),
          List.of(),
          -1,
          List.of());

  @Test
  void objectsInTheNumberThatTheArrayHoldsSpeakForAMap() {
    // 40 samples of 256-byte objects stand for 81 960
    double worth = CompanionOdds.of(ARRAY, List.of(Points.companion(0, 40, 40)), SAMPLING);
    assertThat(worth).isBetween(1.0, 1.5);
    assertThat(CompanionOdds.of(ARRAY, List.of(Points.companion(2, 40, 40)), SAMPLING))
        .isBetween(0.3, worth);
  }

  @Test
  void othersSayNothing() {
    assertThat(
            CompanionOdds.of(
                ARRAY,
                List.of(
                    Points.companion(0, 400, 400),
                    Points.companion(0, 40, 400),
                    Points.companion(4, 40, 40)),
                SAMPLING))
        .isZero();
  }
}

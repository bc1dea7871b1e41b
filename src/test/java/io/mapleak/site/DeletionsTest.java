package io.mapleak.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapleak.unit.Interval;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DeletionsTest {
  private static final CodeLine AT = new CodeLine("app.put", "app.go", 7);

  /** 100 samples of 256-byte objects stand for 204 900. */
  private static final Interval GROWN = new Interval(150_000, 200_000, 300_000);

  @Test
  void withoutCompanionsNothingIsKnownOfDeletes() {
    assertThat(Deletions.correct(AT, GROWN, List.of(), false)).isEqualTo(GROWN);
  }

  @Test
  void survivorsConfirmTheArrays() {
    assertThat(Deletions.correct(AT, GROWN, List.of(Points.companion(0, 100, 100)), true))
        .isEqualTo(GROWN);
  }

  @Test
  void deadCompanionsTakeTheEntriesWithThem() {
    Interval corrected = Deletions.correct(AT, GROWN, List.of(Points.companion(0, 0, 100)), false);
    assertThat(corrected.low()).isZero();
    assertThat(corrected.best()).isZero();
    assertThat(corrected.high()).isEqualTo(GROWN.high());
  }

  @Test
  void tombstonesMakeTablesOfASwissMapLargerThanItsEntries() {
    // 66 of 300 alive, some 135 000
    List<Companion> churn = List.of(Points.companion(0, 66, 300));
    Interval classic = Deletions.correct(AT, GROWN, churn, false);
    Interval swiss = Deletions.correct(AT, GROWN, churn, true);
    assertThat(swiss.low()).isLessThan(classic.low()).isLessThanOrEqualTo(GROWN.low() / 2);
  }
}

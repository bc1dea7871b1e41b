package io.mapleak.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapleak.gomap.ClassicLayout;
import io.mapleak.gomap.GoVersion;
import io.mapleak.gomap.Implementation;
import io.mapleak.site.SiteHistory;
import io.mapleak.testing.GoHeap;
import io.mapleak.testing.SampledArrays;
import io.mapleak.unit.Interval;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EntriesHistoryTest {
  private static final GoVersion GO = GoVersion.of(23);

  private static @Nullable EntriesHistory read(GrowingMap map) {
    return EntriesHistory.of(map.history(), map.growth(), map.times(), GoHeap.RATE, GO);
  }

  /** No course goes through a burst that no objects show, but each array was seen. */
  @Test
  void aGuessFitsTheArrayThatWasSeen() {
    double[] through = {60_000, 61_000, 62_000, 63_000, 270_000, 280_000};
    GrowingMap burst =
        GrowingMap.of(
            Implementation.CLASSIC,
            SampledArrays.classic(new Random(3), GrowingMap.CLASSIC, through),
            24);
    List<Interval> entries = Objects.requireNonNull(read(burst)).entries();
    for (int i = 0; i < 6; i++) {
      int b = GrowingMap.CLASSIC.bOf(burst.history().steps().get(i).largest());
      assertThat(entries.get(i).best())
          .isGreaterThan(1.0099 * ClassicLayout.maxEntries(b - 1))
          .isLessThan(0.9901 * ClassicLayout.maxEntries(b));
    }
  }

  @Test
  void entriesAndGainOfASteadyGrowthAreRead() {
    GrowingMap map = GrowingMap.classic(new Random(4), 40_000, 200_000, 9);
    EntriesHistory read = Objects.requireNonNull(read(map));
    assertThat(read.entries()).hasSize(9);
    for (int i = 0; i < 9; i++) {
      assertThat(read.entries().get(i).best() / map.entries().get(i)).isBetween(0.7, 1.4);
    }
    for (int i = 0; i < 9; i++) {
      int b = GrowingMap.CLASSIC.bOf(map.history().steps().get(i).largest());
      assertThat(read.arrayBytes().get(i).low())
          .isGreaterThanOrEqualTo(GrowingMap.CLASSIC.arrayCharge(b - 1));
      assertThat(read.arrayBytes().get(i).best()).isEqualTo(GrowingMap.CLASSIC.arrayCharge(b));
    }
    assertThat(read.gained().low()).isPositive().isLessThan(160_000);
    assertThat(read.gained().high()).isGreaterThan(160_000);
  }

  @Test
  void withoutASlotNothingIsKnown() {
    List<SiteHistory.Step> steps =
        GrowingMap.classic(new Random(4), 40_000, 200_000, 3).history().steps();
    assertThat(read(GrowingMap.of(Implementation.CLASSIC, steps, null))).isNull();
  }

  /** One profile has no course: what the site says itself is all. */
  @Test
  void oneProfileWithoutEntriesTellsNothing() {
    List<SiteHistory.Step> steps =
        GrowingMap.classic(new Random(4), 200_000, 200_000, 1).history().steps();
    assertThat(read(GrowingMap.of(Implementation.CLASSIC, steps, 24))).isNull();
  }
}

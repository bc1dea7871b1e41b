package io.mapleak.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapleak.gomap.ClassicLayout;
import io.mapleak.testing.GoHeap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Readings of single allocation points; a log odds above 0 is more likely a map than not. */
final class ClassicFitTest {
  /** Buckets of map[string]int, 208 bytes. */
  private static final ClassicLayout LAYOUT = new ClassicLayout(24, false);

  private static @Nullable Fit read(AllocationPoint point) {
    return ClassicFit.of(point, Points.GO_119, GoHeap.RATE);
  }

  private static Fit sure(AllocationPoint point) {
    return Objects.requireNonNull(read(point));
  }

  @Test
  void aLadderWithSpareBucketsIsAMap() {
    Fit fit =
        sure(
            Points.ladder(
                "app.put", LAYOUT.arrayCharge(12), LAYOUT.arrayCharge(13), LAYOUT.arrayCharge(14)));
    assertThat(fit.slotBytes()).isEqualTo(24);
    assertThat(fit.logOdds()).isGreaterThan(3);
    assertThat(fit.arrays()).hasSize(3);
  }

  @Test
  void aSingleOverflowBucketSettlesTheSlot() {
    Fit fit =
        sure(
            Points.point(
                "app.put",
                Points.block(208, 4, 3),
                Points.block(LAYOUT.arrayCharge(12), 1, 0),
                Points.block(LAYOUT.arrayCharge(13), 1, 1)));
    assertThat(fit.slotBytes()).isEqualTo(24);
    assertThat(fit.units()).hasSize(1);
  }

  @Test
  void aDoublingSliceIsNone() {
    assertThat(sure(Points.ladder("app.push", 131072, 262144, 524288)).logOdds())
        .isLessThan(SiteCandidates.LEAST_ODDS);
  }

  @Test
  void arraysThatNoMapHasAreNone() {
    assertThat(read(Points.ladder("app.add", 1 << 20, 3 << 19, 5 << 18))).isNull();
  }

  @Test
  void pagesOfOneSizeAreTheLessAMapTheMoreOfThemThereAre() {
    long page = LAYOUT.arrayCharge(9);
    double lone = sure(Points.point("app.row", Points.block(page, 1, 1))).logOdds();
    double two = sure(Points.point("app.row", Points.block(page, 2, 1))).logOdds();
    double many = sure(Points.point("app.row", Points.block(page, 9, 3))).logOdds();
    assertThat(two).isLessThan(lone);
    assertThat(many).isLessThan(two).isGreaterThan(lone - 1.5);
  }

  @Test
  void sizesOfAnUncommonElementCountMoreThanThoseOfARing() {
    ClassicLayout rare = new ClassicLayout(112, false);
    List<Long> arrays = List.of(rare.arrayCharge(9), rare.arrayCharge(10));
    assertThat(DoublingSlice.isCommon(List.of(131072L, 262144L), false)).isTrue();
    assertThat(DoublingSlice.isCommon(arrays, false)).isFalse();
    assertThat(DoublingSlice.explains(arrays, false)).isTrue();
  }
}

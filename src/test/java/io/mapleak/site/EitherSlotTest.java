package io.mapleak.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapleak.gomap.ClassicLayout;
import io.mapleak.testing.GoHeap;
import io.mapleak.unit.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Slots of 9 bytes (int64 to bool) and of 20 (string to int32) make the same arrays. */
class EitherSlotTest {
  private static final ClassicLayout FLAGS = new ClassicLayout(9, false);
  private static final String PUT = "app.put app.go:7";

  private static SiteHistory history(GoHeap heap) {
    return SeriesSites.infer(List.of(heap.build()), Points.GO_119).get(0);
  }

  private static GoHeap ladder() {
    return GoHeap.go119(0)
        .seen(FLAGS.arrayCharge(12), 1, 0, PUT)
        .seen(FLAGS.arrayCharge(13), 1, 0, PUT)
        .seen(FLAGS.arrayCharge(14), 1, 1, PUT);
  }

  @Test
  void onlyNineAndTwentyAreTwins() {
    List<Integer> with = new ArrayList<>();
    for (int slot = 1; slot <= SlotPrior.MAX_SLOT; slot++) {
      Integer twin = SlotPrior.twin(slot);
      if (twin != null && SlotPrior.classic(slot) > 0.01) {
        with.add(slot);
        assertThat(SlotPrior.twin(twin)).isEqualTo(slot);
      }
    }
    assertThat(with).containsExactly(9, 20);
  }

  @Test
  void theEntriesOfEitherSlotAreHeld() {
    SiteHistory history = history(ladder());
    assertThat(history.otherSlotBytes()).isEqualTo(9);
    Interval entries = Objects.requireNonNull(history.site().entries());
    // 2^14 buckets of 88 bytes, or 2^13 of 176
    assertThat(entries.low()).isLessThanOrEqualTo(ClassicLayout.maxEntries(12));
    assertThat(entries.high()).isGreaterThanOrEqualTo(ClassicLayout.maxEntries(14));
    assertThat(history.site().why()).contains("slots of 9 bytes would fit the same blocks");
  }

  @Test
  void anOverflowBucketSettlesIt() {
    SiteHistory history = history(ladder().seen(FLAGS.bucketCharge(), 2, 1, PUT));
    assertThat(history.site().slotBytes()).isEqualTo(9);
    assertThat(history.otherSlotBytes()).isNull();
  }

  /** Below 16 buckets there are no spare ones: 2^4 of 88 bytes are no 2^3 of 176. */
  @Test
  void aSmallArraySettlesIt() {
    SiteHistory history = history(ladder().seen(FLAGS.arrayCharge(4), 1, 0, PUT));
    assertThat(history.site().slotBytes()).isEqualTo(9);
    assertThat(history.otherSlotBytes()).isNull();
  }
}

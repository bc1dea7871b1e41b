package io.mapleak.simulator.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ExpiryTest {
  private static final long NANOS = 1_000_000_000_000L;
  private static final int KEYS = 5_000;

  @Test
  void everyNoteComesOnceInItsPageAndRemovedOnesNever() {
    SplittableRandom random = new SplittableRandom(7);
    Expiry expiry = new Expiry(NANOS);
    long[] due = new long[KEYS];
    TreeSet<Integer> waiting = new TreeSet<>();
    for (int key = 0; key < KEYS; key++) {
      due[key] = random.nextLong(2 * NANOS);
      expiry.add(key, due[key]);
      if (due[key] < NANOS) {
        waiting.add(key);
      }
    }
    for (int key = 0; key < KEYS; key += 3) {
      expiry.remove(key);
      expiry.remove(key);
      waiting.remove(key);
    }

    long pageStart = 0;
    while (expiry.pageEnd() <= NANOS) {
      for (int key = expiry.due(); key != Expiry.NONE; key = expiry.due()) {
        assertThat(due[key]).isBetween(pageStart, expiry.pageEnd() - 1);
        assertThat(waiting.remove(key)).isTrue();
        expiry.remove(key);
      }
      pageStart = expiry.pageEnd();
      expiry.turn();
    }
    long last = pageStart;
    assertThat(waiting).allMatch(key -> due[key] >= last);
  }
}

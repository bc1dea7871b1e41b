package io.mapleak.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapleak.gomap.GoType;
import io.mapleak.gomap.GoVersion;
import io.mapleak.gomap.MapType;
import io.mapleak.gomap.MapVariant;
import java.util.BitSet;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Random operations: the models hold what a set holds, whatever they move, split or prune. */
class ReferenceModelTest {
  private static final int KEYS = 3000;
  private static final int OPERATIONS = 60_000;

  private static final MapType INDIRECT =
      new MapType(
          new GoType("[136]byte", 136, 1, false),
          new GoType("[17]*T", 136, 8, true),
          MapVariant.SLOW);
  private static final MapType PLAIN =
      new MapType(
          new GoType("int32", 4, 4, false), new GoType("bool", 1, 1, false), MapVariant.FAST32);

  @TestFactory
  Stream<DynamicTest> holdsWhatASetHolds() {
    return Stream.of(19, 21, 22, 23, 24, 25, 26, 27)
        .map(GoVersion::of)
        .flatMap(
            go ->
                Stream.of(
                    test(go + " plain", Models.make(go, PLAIN, Models.NO_HINT, hashes())),
                    test(go + " apart", Models.make(go, INDIRECT, 500, hashes())),
                    test(go + " sync.Map", Models.syncMap(go, hashes()))));
  }

  private static HashSource hashes() {
    return new SeededHashes(11);
  }

  private static DynamicTest test(String name, MapModel map) {
    return DynamicTest.dynamicTest(name, () -> run(map));
  }

  private static void run(MapModel map) {
    SplittableRandom random = new SplittableRandom(42);
    BitSet set = new BitSet(KEYS);
    for (int i = 0; i < OPERATIONS; i++) {
      boolean shrinking = i / 5000 % 2 == 1;
      int key = random.nextInt(KEYS);
      int dice = random.nextInt(1000);
      if (dice == 0) {
        map.range();
      } else if (dice == 1 && shrinking) {
        map.clear();
        set.clear();
      } else if (dice % 10 < (shrinking ? 7 : 3)) {
        map.delete(key);
        set.clear(key);
      } else {
        map.assign(key);
        set.set(key);
      }
      if (i % 100 == 0) {
        assertThat(map.lookup(key)).isEqualTo(set.get(key));
        assertThat(map.count()).isEqualTo(set.cardinality());
      }
    }
    for (int key = 0; key < KEYS; key++) {
      assertThat(map.lookup(key)).as("key %d", key).isEqualTo(set.get(key));
    }
    Heap heap = map.heap();
    assertThat(heap.live()).isPositive().isLessThanOrEqualTo(heap.peak());
    assertThat(heap.peak()).isLessThanOrEqualTo(heap.totalAlloc());
    assertThat(heap.objects()).isPositive().isLessThanOrEqualTo(heap.mallocs());
  }
}

package io.mapleak.simulator.alternative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mapleak.gomap.GoVersion;
import io.mapleak.gomap.MapType;
import io.mapleak.gomap.syntax.GoTypes;
import io.mapleak.gomap.syntax.TypeException;
import io.mapleak.simulator.MapModel;
import io.mapleak.simulator.Models;
import io.mapleak.simulator.SeededHashes;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlternativeTest {
  private static final GoVersion GO = GoVersion.of(26);

  private static MapType type(String text) {
    try {
      return GoTypes.standard().map(text);
    } catch (TypeException e) {
      throw new AssertionError(e);
    }
  }

  private static MapModel make(String alternative, String type, long most) {
    AlternativeChoice choice = AlternativeChoice.parse(alternative);
    Design design = choice.alternative().design(GO, type(type), choice.number(), most);
    return design.factory().make(Models.NO_HINT, new SeededHashes(1));
  }

  private static void insert(MapModel model, int from, int to) {
    for (int key = from; key < to; key++) {
      model.assign(key);
    }
  }

  /** All but the LRU hold just what a map holds. */
  @ParameterizedTest
  @CsvSource({
    "map, 23", "map, 26", "presized=500, 26", "rebuild=7, 23", "rebuild=100, 26", "sharded=4, 23",
    "sharded, 26", "sync.Map, 23", "sync.Map, 26", "slice, 26", "cuckoo, 26", "cuckoo=5000, 23",
    "lru=100000, 26"
  })
  void aStructureHoldsWhatASetHolds(String alternative, int minor) {
    AlternativeChoice choice = AlternativeChoice.parse(alternative);
    Design design =
        choice
            .alternative()
            .design(GoVersion.of(minor), type("map[string]int64"), choice.number(), 300);
    MapModel model = design.factory().make(Models.NO_HINT, new SeededHashes(3));
    SplittableRandom random = new SplittableRandom(4);
    Set<Integer> reference = new HashSet<>();
    for (int i = 0; i < 60_000; i++) {
      int key = random.nextInt(2000);
      switch (random.nextInt(i < 30_000 ? 4 : 6)) {
        case 0, 1, 2 -> {
          model.assign(key);
          reference.add(key);
        }
        case 3, 4 -> {
          model.delete(key);
          reference.remove(key);
        }
        default -> assertThat(model.lookup(key)).isEqualTo(reference.contains(key));
      }
      if (i % 20_011 == 20_010) {
        model.clear();
        reference.clear();
      }
      if (i % 1000 == 0) {
        model.range();
        assertThat(model.count()).isEqualTo(reference.size());
        assertThat(model.gauges().entries()).isEqualTo(reference.size());
        assertThat(model.heap().live()).isPositive();
        long blocks =
            model.heap().blocks().entrySet().stream()
                .mapToLong(e -> e.getKey() * e.getValue())
                .sum();
        assertThat(blocks).isEqualTo(model.heap().live());
      }
    }
    for (int key = 0; key < 2000; key++) {
      assertThat(model.lookup(key)).isEqualTo(reference.contains(key));
    }
  }

  @Test
  void appendGrowsASliceAsGoDoes() {
    MapModel slice = make("slice", "map[int64]int64", 0);
    // []struct{ k, v int64 } under append, Go 1.18 and later: 16-byte entries, cap
    // 1 2 4 8 ... 256, then (256 + 3*256)/4 more = 512, 848, 1280, all whole size classes
    long[] lengths = {1, 2, 3, 5, 9, 257, 513, 849};
    long[] capacities = {1, 2, 4, 8, 16, 512, 848, 1280};
    int filled = 0;
    for (int i = 0; i < lengths.length; i++) {
      insert(slice, filled, (int) lengths[i]);
      filled = (int) lengths[i];
      assertThat(slice.gauges().slots()).as("length " + filled).isEqualTo(capacities[i]);
      assertThat(slice.heap().live()).isEqualTo(24 + 16 * capacities[i]);
    }
    slice.delete(5);
    assertThat(slice.count()).isEqualTo(848);
    assertThat(slice.heap().live()).as("it keeps its array").isEqualTo(24 + 16 * 1280);
    assertThat(slice.heap().peak()).as("old and new array").isEqualTo(24 + 16 * (848 + 1280));
  }

  @Test
  void aSliceOfSetsHasNoPaddingToSpare() {
    // struct{ k int64; v struct{} } has 16 bytes: a field of no size may not end it
    assertThat(SortedSlice.entryBytes(type("map[int64]struct{}"))).isEqualTo(16);
    assertThat(SortedSlice.entryBytes(type("map[string]bool"))).isEqualTo(24);
    assertThat(SortedSlice.entryBytes(type("map[int32]int32"))).isEqualTo(8);
    assertThat(SortedSlice.entryBytes(type("map[int64][200]byte"))).isEqualTo(208);
  }

  @Test
  void aCuckooFilterTakes12BitsAKeyAtALoadOf95Percent() {
    MapModel filter = make("cuckoo=1000000", "map[string]*int", 0);
    // 1e6 / (0.95 * 4) = 263 158 buckets, so 2^19 of them: 4 x 12 bits each, and 40 for the header
    long table = (1L << 19) * 4 * 12 / 8;
    assertThat(filter.heap().live()).isEqualTo(48 + table);

    MapModel small = make("cuckoo", "map[string]*int", 900);
    // 900 / 3.8 = 237 buckets, so 256: 1024 places, 972 at 95 %
    insert(small, 0, 972);
    assertThat(small.heap().live()).isEqualTo(48 + 1536);
    insert(small, 972, 973);
    // the second filter has twice the places: 512 buckets of 6 bytes
    assertThat(small.heap().live()).isEqualTo(48 + 1536 + 48 + 3072);
    for (int key = 0; key < 972; key++) {
      small.delete(key);
    }
    assertThat(small.heap().live()).as("the first is empty").isEqualTo(48 + 3072);
    assertThat(small.lookup(972)).isTrue();
  }

  @Test
  void anLruForgetsWhatWasUsedLongestAgo() {
    MapModel lru = make("lru=3", "map[int64]int64", 0);
    insert(lru, 0, 3);
    assertThat(lru.lookup(0)).isTrue();
    lru.assign(1);
    lru.assign(3);

    assertThat(lru.count()).isEqualTo(3);
    assertThat(lru.lookup(2)).as("0 was looked up and 1 assigned after it").isFalse();
    lru.assign(4);
    assertThat(lru.lookup(0)).isFalse();
    assertThat(lru.lookup(1)).isTrue();
    // map 48 + group 8 + 8 x 16 = 136 in 144, list 48, and an element of 48 and a pair of 16 each
    assertThat(lru.heap().live()).isEqualTo(48 + 144 + 48 + 3 * (48 + 16));
  }

  @Test
  void aRebuiltMapGivesBackWhatDeletesLeave() {
    MapModel map = make("map", "map[int64]int64", 0);
    MapModel rebuilt = make("rebuild=9000", "map[int64]int64", 0);
    for (MapModel model : new MapModel[] {map, rebuilt}) {
      insert(model, 0, 10_000);
      for (int key = 0; key < 9_000; key++) {
        model.delete(key);
      }
    }
    MapModel fresh = Models.make(GO, type("map[int64]int64"), 1000, new SeededHashes(1));

    assertThat(map.heap().live()).isGreaterThan(290_000);
    assertThat(rebuilt.heap().live()).isEqualTo(fresh.heap().live());
    assertThat(rebuilt.heap().peak()).isGreaterThan(map.heap().live());
    assertThat(rebuilt.count()).isEqualTo(1000);
  }

  @Test
  void aShardIsALockAndAMap() {
    MapModel sharded = make("sharded=16", "map[int64]int64", 0);
    // 16 pointers, 16 x struct{ RWMutex 24; map 8 }, 16 empty maps
    assertThat(sharded.heap().live()).isEqualTo(16 * 8 + 16 * 32 + 16 * 48);
    insert(sharded, 0, 16_000);
    MapModel one = make("map", "map[int64]int64", 0);
    insert(one, 0, 16_000);
    assertThat(sharded.heap().live()).isBetween(one.heap().live() / 2, one.heap().live() * 2);
  }

  @Test
  void aSyncMapBoxesWhatIsNoPointer() {
    MapModel pointers = make("sync.Map", "map[*int]*int", 0);
    MapModel strings = make("sync.Map", "map[string]int64", 0);
    insert(pointers, 0, 1000);
    insert(strings, 0, 1000);

    assertThat(strings.heap().live() - pointers.heap().live()).isEqualTo(1000 * (16 + 8));
    for (int key = 0; key < 1000; key++) {
      strings.delete(key);
    }
    strings.clear();
    pointers.clear();
    assertThat(strings.heap().live()).isEqualTo(pointers.heap().live());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "btree | but not 'btree'",
        "lru | lru needs a number, e.g. lru=100000",
        "rebuild= | followed by a number above 0",
        "rebuild=x | followed by a number above 0",
        "presized=0 | followed by a number above 0",
        "map=5 | map takes no number",
        "sharded=100000 | at most 65536 shards",
      })
  void aWrongOneIsToldWhatThereIs(String text, String message) {
    assertThatThrownBy(() -> AlternativeChoice.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}

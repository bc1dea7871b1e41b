package io.mapleak.simulator.size;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mapleak.gomap.GoVersion;
import io.mapleak.gomap.Implementation;
import io.mapleak.gomap.syntax.GoTypes;
import io.mapleak.gomap.syntax.TypeException;
import io.mapleak.simulator.Models;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizingTest {
  private static SizedMap map(String type) throws TypeException {
    return new SizedMap.OfType(GoTypes.standard().map(type));
  }

  private static MapCost ints(int minor, long entries, long hint) throws TypeException {
    return Sizing.of(map("map[int64]int64"), GoVersion.of(minor), entries, hint);
  }

  // MemStats around make of real Go
  @ParameterizedTest(name = "go1.{0} make(map[int64]int64, {1}): {2} bytes")
  @CsvSource({
    "23, 0, 48",
    "23, 100, 2760",
    "23, 1000000, 40108104",
    "21, 100, 5448",
    "27, 9, 376",
    "27, 896, 18520",
    "27, 897, 19072",
    "24, 10000, 295600",
    "26, 1000000, 37832752"
  })
  void aHintAloneIsExact(int minor, long hint, long bytes) throws TypeException {
    MapCost cost = ints(minor, 0, hint);
    assertThat(cost.bytes().low()).isEqualTo(bytes);
    assertThat(cost.bytes().high()).isEqualTo(bytes);
    assertThat(cost.bytesPerEntry()).isNull();
    assertThat(cost.garbage()).isZero();
  }

  // live bytes of real Go after n inserts; the last is the median of three runs
  @ParameterizedTest(name = "go1.{0}, {1} entries: {2} bytes were seen")
  @CsvSource({
    "23, 8, 192", "23, 9, 336", "23, 100, 2960", "23, 1000, 41088", "23, 10000, 320736",
    "26, 8, 192", "26, 9, 376", "26, 15, 664", "26, 100, 2392", "26, 1000, 36992",
    "26, 10000, 295600", "26, 100000, 2364592", "24, 1000000, 37740000"
  })
  void realMapsLieInTheRangeAndNearItsMiddle(int minor, long entries, long seen)
      throws TypeException {
    MapCost cost = ints(minor, entries, Models.NO_HINT);
    assertThat((double) seen).isBetween(cost.bytes().low(), cost.bytes().high());
    assertThat(cost.bytes().best()).isCloseTo(seen, within(0.01 * seen));
  }

  // measured with 1.24 to 1.26: 98 to 107 bytes a key at 1000 and at 4000 keys
  @ParameterizedTest
  @CsvSource({"1000", "4000"})
  void syncMapsLieInTheRange(long entries) {
    MapCost cost = Sizing.of(new SizedMap.SyncMap(), GoVersion.of(25), entries, Models.NO_HINT);
    assertThat(cost.implementation()).isEqualTo(Implementation.SYNC_MAP);
    assertThat(cost.bytesPerEntry()).isNotNull();
    assertThat(cost.bytes().best() / entries).isBetween(98.0, 107.0);
    assertThat(cost.slotBytes()).isNull();
    assertThat(cost.life()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "23, map[string][200]byte, 5000, 1000",
    "27, map[[130]byte]bool, 900, -1",
    "21, map[int64]int64, 100000, -1",
    "27, map[string]*T, 3000000, -1"
  })
  void blocksAddUp(int minor, String type, long entries, long hint) throws TypeException {
    MapCost cost = Sizing.of(map(type), GoVersion.of(minor), entries, hint);
    double sum = cost.blocks().stream().mapToDouble(b -> (double) b.bytes() * b.count()).sum();
    assertThat(cost.bytes().best()).isEqualTo(sum);
    assertThat(cost.allocated().best()).isGreaterThanOrEqualTo(sum);
    assertThat(cost.peak().best()).isBetween(sum, cost.allocated().best());
  }

  @Test
  void objectsOfTheirOwnAreBlocksOfTheirOwn() throws TypeException {
    MapCost cost = Sizing.of(map("map[int][200]byte"), GoVersion.of(27), 8, Models.NO_HINT);
    // header 48, group 8 + 8 x 16 = 136 -> 144, eight elems of 200 -> 208
    assertThat(cost.blocks())
        .containsExactly(new BlockCount(48, 1), new BlockCount(144, 1), new BlockCount(208, 8));
  }

  // 2^B buckets are left at 6.5 x 2^B entries, in 1.21 at 6 x 2^B
  @ParameterizedTest
  @CsvSource({
    "23, 100, 53, 104", "23, 104, 53, 104", "23, 105, 105, 208", "21, 100, 97, 192",
    "23, 5, 1, 8", "27, 5, 1, 8", "27, 9, 9, 14", "27, 600, 449, 896"
  })
  void arraysLastFromOneGrowthToTheNext(int minor, long entries, long worstAt, long most)
      throws TypeException {
    ArrayLife life = ints(minor, entries, Models.NO_HINT).life();
    assertThat(life).isNotNull();
    if (life != null) {
      assertThat(life.worstAt()).isEqualTo(worstAt);
      assertThat(life.bestAt()).isBetween(most - most / 20, most);
      assertThat(life.worst()).isGreaterThan(life.best());
    }
  }

  @Test
  void theDearestPointOfAClassicMapHoldsBothArrays() throws TypeException {
    ArrayLife life = ints(23, 100_000, Models.NO_HINT).life();
    // (2^14 + 2^10 + 2^13 + 2^9) x 144 bytes at 53 249 entries, and overflow buckets
    assertThat(life).isNotNull();
    if (life != null) {
      assertThat(life.worstAt()).isEqualTo(53_249);
      assertThat(life.worst()).isBetween(26_112 * 144 / 53_249.0, 27_500 * 144 / 53_249.0);
    }
  }

  /**
   * From a million on all repeats with every doubling; a classic array is exactly twice as long.
   */
  @Test
  void largeMapsAreScaledFromSmallerOnes() throws TypeException {
    MapCost one = Sizing.of(map("map[string]*T"), GoVersion.of(23), 1_000_000, Models.NO_HINT);
    MapCost eight = Sizing.of(map("map[string]*T"), GoVersion.of(23), 8_000_000, Models.NO_HINT);
    assertThat(eight.bytes().best()).isCloseTo(8 * one.bytes().best(), within(1000.0));
    assertThat(eight.slots()).isEqualTo(8 * one.slots());
    assertThat(eight.blocks()).contains(new BlockCount((1L << 21) / 16 * 17 * 208, 1));
    MapCost swiss = Sizing.of(map("map[string]*T"), GoVersion.of(27), 10_000_000, Models.NO_HINT);
    // as simulated in full
    assertThat(swiss.bytes().best()).isCloseTo(447_348_784, within(0.002 * 447_348_784));
  }

  @Test
  void theSameQuestionHasTheSameAnswer() throws TypeException {
    assertThat(ints(23, 14, Models.NO_HINT)).isEqualTo(ints(23, 14, Models.NO_HINT));
  }

  @Test
  void hintsSpareTheGarbageOfGrowing() throws TypeException {
    SizeTable table =
        SizeTable.of(map("map[int64]int64"), List.of(GoVersion.of(27)), List.of(1000L), List.of());
    SizeRow row = table.rows().get(0);
    MapCost made = row.made();
    assertThat(row.grown().hinted()).isFalse();
    assertThat(made).isNotNull();
    if (made != null) {
      assertThat(made.hint()).isEqualTo(1000);
      assertThat(made.garbage()).isZero();
      assertThat(row.grown().garbage()).isPositive();
      assertThat(made.bytes()).isEqualTo(row.grown().bytes());
    }
  }

  @Test
  void releasesThatCostTheSameAreAskedForOnce() throws TypeException {
    SizedMap ints = map("map[int64]int64");
    assertThat(CostGroups.newest(ints))
        .containsExactly(GoVersion.of(20), GoVersion.of(21), GoVersion.of(23), GoVersion.of(27));
    assertThat(CostGroups.name(ints, GoVersion.of(22))).isEqualTo("1.22-1.23");
    assertThat(CostGroups.name(ints, GoVersion.of(21))).isEqualTo("1.21");
    assertThat(CostGroups.name(new SizedMap.SyncMap(), GoVersion.of(19))).isEqualTo("1.19");
  }

  @ParameterizedTest
  @CsvSource({
    "map[string]*T, 300, -1",
    "map[[16]byte]bool, 2000, -1",
    "map[int][129]byte, 700, 1000",
    "map[any]float64, 12, 0"
  })
  void groupsOfReleasesDoCostTheSame(String type, long entries, long hint) throws TypeException {
    SizedMap map = map(type);
    for (int minor = GoVersion.OLDEST.minor(); minor < GoVersion.NEWEST.minor(); minor++) {
      GoVersion go = GoVersion.of(minor);
      GoVersion next = GoVersion.of(minor + 1);
      if (CostGroups.name(map, go).equals(CostGroups.name(map, next))) {
        MapCost cost = Sizing.of(map, go, entries, hint);
        MapCost other = Sizing.of(map, next, entries, hint);
        assertThat(other.bytes()).as("%s and %s", go, next).isEqualTo(cost.bytes());
        assertThat(other.allocated()).isEqualTo(cost.allocated());
      }
    }
  }
}

package io.mapleak.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapleak.gomap.GoType;
import io.mapleak.gomap.GoVersion;
import io.mapleak.gomap.MapType;
import io.mapleak.gomap.MapVariant;
import java.util.LongSummaryStatistics;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Live bytes that real Go showed after n inserts; they depend on the hash seed. */
class LiveBytesTest {
  private static final GoType INT64 = new GoType("int64", 8, 8, false);
  private static final MapType INTS = new MapType(INT64, INT64, MapVariant.FAST64);

  private static LongSummaryStatistics overSeeds(
      int seeds, Function<HashSource, MapModel> make, Consumer<MapModel> work) {
    return LongStream.range(0, seeds)
        .map(
            seed -> {
              MapModel map = make.apply(new SeededHashes(seed));
              work.accept(map);
              return map.heap().live();
            })
        .summaryStatistics();
  }

  private static Consumer<MapModel> inserts(int n) {
    return map -> {
      for (int key = 0; key < n; key++) {
        map.assign(key);
      }
    };
  }

  @ParameterizedTest(name = "go1.{0}, {1} inserts: {2} bytes were seen")
  @CsvSource({
    "23, 8, 192", "23, 9, 336", "23, 100, 2960", "23, 1000, 41088", "23, 10000, 320736",
    "26, 8, 192", "26, 9, 376", "26, 15, 664", "26, 100, 2392", "26, 1000, 36992",
    "26, 10000, 295600", "26, 100000, 2364592"
  })
  void afterInserts(int minor, int n, long seen) {
    LongSummaryStatistics live =
        overSeeds(40, h -> Models.make(GoVersion.of(minor), INTS, Models.NO_HINT, h), inserts(n));
    assertThat(seen).isBetween(live.getMin(), live.getMax());
  }

  /** Facts: 1.21 left 7.75 MB at 100 000, for it was still growing. */
  @Test
  void aMapInMidGrowthHoldsBothArrays() {
    MapModel map = Models.make(GoVersion.of(21), INTS, Models.NO_HINT, new SeededHashes(1));
    inserts(100_000).accept(map);
    assertThat(map.heap().live()).isBetween(7_600_000L, 7_900_000L);
    assertThat(map.gauges().evacuationBacklog()).isPositive();
  }

  @ParameterizedTest
  @CsvSource({"23", "27"})
  void deletesGiveNothingBack(int minor) {
    MapModel map = Models.make(GoVersion.of(minor), INTS, Models.NO_HINT, new SeededHashes(1));
    inserts(10_000).accept(map);
    long full = map.heap().live();
    for (int key = 0; key < 10_000; key++) {
      map.delete(key);
    }
    assertThat(map.count()).isZero();
    assertThat(map.heap().live()).isEqualTo(full);
  }

  /** Measured: 163, 162 and 161 bytes a key for stores alone up to 1.23, 98 to 107 since. */
  @ParameterizedTest
  @CsvSource({"23, 1000, 161, 165", "23, 4000, 159, 163", "26, 1000, 98, 107", "26, 4000, 98, 107"})
  void syncMapBytesPerKey(int minor, int n, double low, double high) {
    MapModel map = Models.syncMap(GoVersion.of(minor), new SeededHashes(7));
    inserts(n).accept(map);
    assertThat((double) map.heap().totalAlloc() / n).isBetween(low, high);
  }

  /** Measured: 26 291 bytes a key at 1000, quadratic: each new key copies the read map. */
  @Test
  void storeAndRangeIsQuadraticUpTo123() {
    MapModel map = Models.syncMap(GoVersion.of(23), new SeededHashes(7));
    for (int key = 0; key < 1000; key++) {
      map.assign(key);
      map.range();
    }
    assertThat(map.heap().totalAlloc() / 1000.0).isBetween(26_291 * 0.99, 26_291 * 1.01);
  }

  /** Facts: released only by two rounds of new key and promotion after the deletes. */
  @Test
  void syncMapReleasesItsMemoryInTwoRounds() {
    MapModel map = Models.syncMap(GoVersion.of(23), new SeededHashes(7));
    inserts(20_000).accept(map);
    map.range();
    long full = map.heap().live();
    for (int key = 0; key < 20_000; key++) {
      map.delete(key);
    }
    assertThat(map.heap().live()).isGreaterThan(full / 2);
    map.assign(20_000);
    map.range();
    assertThat(map.heap().live()).isBetween(full / 10, full);
    map.assign(20_001);
    map.range();
    assertThat(map.heap().live()).isLessThan(2000);
  }

  @Test
  void trieGivesEverythingBack() {
    MapModel map = Models.syncMap(GoVersion.of(26), new SeededHashes(7));
    inserts(20_000).accept(map);
    for (int key = 0; key < 20_000; key++) {
      map.delete(key);
    }
    assertThat(map.heap().live()).isEqualTo(48 + 160);
  }
}

package io.mapleak.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mapleak.gomap.GoType;
import io.mapleak.gomap.GoVersion;
import io.mapleak.gomap.MapType;
import io.mapleak.gomap.MapVariant;
import io.mapleak.gomap.SwissLayout;
import io.mapleak.simulator.MapModel;
import io.mapleak.simulator.Models;
import io.mapleak.simulator.SeededHashes;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SwissCurveTest {
  private static final GoType INT64 = new GoType("int64", 8, 8, false);
  private static final SwissLayout LAYOUT = new SwissLayout(16, false);
  private static final SwissCurve ONE = new SwissCurve(LAYOUT, 1);
  private static final long TABLE = LAYOUT.tableCharge(SwissLayout.MAX_TABLE);

  private static double tables(double entries, int variant) {
    return ONE.blocks(TABLE).live(entries, variant);
  }

  /** A table holds 896 entries (7 of 8 slots), and splits with the next. */
  @Test
  void aSingleTableDoublesUntilItSplits() {
    for (int variant = 0; variant < ONE.variants(); variant++) {
      assertThat(TableCounts.slots(8, variant)).isEqualTo(8);
      assertThat(TableCounts.slots(9, variant)).isEqualTo(16);
      assertThat(TableCounts.slots(448, variant)).isEqualTo(512);
      assertThat(TableCounts.slots(449, variant)).isEqualTo(1024);
      assertThat(TableCounts.slots(896, variant)).isEqualTo(1024);
      assertThat(TableCounts.slots(897, variant)).isEqualTo(2048);
    }
  }

  /** At 640 entries a table all have split, and none has filled again, whatever the hashes. */
  @ParameterizedTest
  @ValueSource(ints = {2, 8, 64})
  void betweenSplitsTheTablesAreAPowerOfTwo(int tables) {
    MapModel map = model(100 + tables, 640 * tables);
    for (int variant = 0; variant < ONE.variants(); variant++) {
      assertThat(tables(640.0 * tables, variant)).isEqualTo(tables);
      assertThat(ONE.arrayBytes(640.0 * tables, variant)).isEqualTo(map.gauges().arrayBytes());
    }
  }

  /** At 896 entries a table about half of them have split: which, the hashes decide. */
  @Test
  void amidstSplitsVariantsDifferAsHashSeedsDo() {
    double[] variants =
        IntStream.range(0, ONE.variants()).mapToDouble(v -> tables(896 * 32, v)).toArray();
    assertThat(DoubleStream.of(variants).distinct().count()).isGreaterThan(2);
    double models =
        IntStream.range(0, 12)
            .mapToDouble(seed -> model(200 + seed, 896 * 32).gauges().slots() / 1024.0)
            .average()
            .orElseThrow();
    assertThat(models).isBetween(36.0, 60.0);
    assertThat(DoubleStream.of(variants).average().orElseThrow()).isCloseTo(models, within(3.0));
  }

  /** The first table became two, and each split since made two of one. */
  @Test
  void ofTTablesTwiceSoManyLessOneWereMade() {
    for (double entries : new double[] {900, 5000, 28_672, 60_000}) {
      assertThat(ONE.blocks(TABLE).made(entries, 3)).isEqualTo(2 * tables(entries, 3) - 1);
    }
    long half = LAYOUT.tableCharge(512);
    assertThat(ONE.blocks(half).live(400, 0)).isEqualTo(1);
    assertThat(ONE.blocks(half).live(500, 0)).isZero();
    assertThat(ONE.blocks(half).made(500, 0)).isEqualTo(1);
    assertThat(ONE.blocks(half).made(200, 0)).isZero();
  }

  @Test
  void aDoublingBeyondTheNotedOnesRepeatsThem() {
    assertThat(tables(2 * 50_000 * 8, 5)).isEqualTo(16 * tables(50_000, 5));
    MapModel map = model(7, 640 * 256);
    assertThat(ONE.arrayBytes(640 * 256, 0)).isEqualTo(map.gauges().arrayBytes());
  }

  @Test
  void mapsOfALineShareItsEntries() {
    SwissCurve ten = new SwissCurve(LAYOUT, 10);
    assertThat(ten.arrayBytes(10 * 5000, 2)).isEqualTo(10 * ONE.arrayBytes(5000, 2));
    assertThat(ten.blocks(TABLE).made(10 * 5000, 2))
        .isEqualTo(10 * ONE.blocks(TABLE).made(5000, 2));
  }

  /** At 896 entries a table half of them have split; each split holds one table and its two. */
  @Test
  void tablesSplitOneByOne() {
    assertThat(ONE.nextGrowth(5000)).isEqualTo(8 * 896);
    assertThat(ONE.nextGrowth(8 * 896)).isEqualTo(8 * 896);
    assertThat(ONE.nextGrowth(8 * 896 + 1)).isEqualTo(16 * 896);
    assertThat(ONE.grownBytes(8 * 896)).isEqualTo(16 * TABLE).isEqualTo(ONE.arrayBytes(9000, 0));
    assertThat(ONE.transientBytes(8 * 896)).isEqualTo(10 * TABLE);
  }

  @Test
  void aSmallTableDoublesAndAGroupIsFilledToTheLastSlot() {
    assertThat(ONE.nextGrowth(3)).isEqualTo(8);
    assertThat(ONE.nextGrowth(9)).isEqualTo(14);
    assertThat(ONE.grownBytes(448)).isEqualTo(TABLE);
    assertThat(new SwissCurve(LAYOUT, 10).nextGrowth(50_000)).isEqualTo(10 * 8 * 896);
  }

  private static MapModel model(int seed, int entries) {
    MapType type = new MapType(INT64, INT64, MapVariant.FAST64);
    MapModel map = Models.make(GoVersion.of(26), type, Models.NO_HINT, new SeededHashes(seed));
    IntStream.range(0, entries).forEach(map::assign);
    return map;
  }
}

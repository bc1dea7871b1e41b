package io.mapleak.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mapleak.gomap.GoType;
import io.mapleak.gomap.GoVersion;
import io.mapleak.gomap.MapType;
import io.mapleak.gomap.MapVariant;
import io.mapleak.simulator.MapModel;
import io.mapleak.simulator.Models;
import io.mapleak.simulator.SeededHashes;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TableNumberTest {
  private static final GoType INT = new GoType("int64", 8, 8, false);

  @Test
  void betweenTwoWavesOfSplitsTheNumberIsAPowerOfTwo() {
    assertThat(TableNumber.chances(500)).containsOnlyKeys(1.0);
    assertThat(TableNumber.chances(40_000)).containsOnlyKeys(64.0);
    assertThat(TableNumber.chances(80_000)).containsOnlyKeys(128.0);
  }

  @ParameterizedTest
  @ValueSource(doubles = {900, 3_300, 53_700, 57_000, 110_000, 800_000, 3e7})
  void theChancesAddUpToOneAroundTheMean(double entries) {
    double sum = 0;
    double mean = 0;
    for (var chance : TableNumber.chances(entries).entrySet()) {
      sum += chance.getValue();
      mean += chance.getKey() * chance.getValue();
    }
    assertThat(sum).isCloseTo(1, within(1e-9));
    assertThat(mean).isCloseTo(TableNumber.mean(entries), within(1e-3 * mean));
  }

  @ParameterizedTest
  @ValueSource(ints = {27_500, 28_500, 29_500})
  void theModelOfTheRuntimeSplitsAsOften(int entries) {
    SortedMap<Double, Double> chances = TableNumber.chances(entries);
    int seeds = 40;
    double splits = 0;
    for (int seed = 1; seed <= seeds; seed++) {
      MapModel map =
          Models.make(
              GoVersion.NEWEST,
              new MapType(INT, INT, MapVariant.SLOW),
              Models.NO_HINT,
              new SeededHashes(seed));
      for (int key = 0; key < entries; key++) {
        map.assign(key);
      }
      double tables = map.gauges().slots() / 1024.0;
      assertThat(tables).isBetween(chances.firstKey(), chances.lastKey());
      splits += tables / seeds;
    }
    // 32 tables: the mean of 40 maps is known to half a table
    assertThat(splits).isCloseTo(TableNumber.mean(entries), within(1.5));
  }
}

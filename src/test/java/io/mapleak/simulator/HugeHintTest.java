package io.mapleak.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mapleak.gomap.GoType;
import io.mapleak.gomap.GoVersion;
import io.mapleak.gomap.MapType;
import io.mapleak.gomap.MapVariant;
import io.mapleak.simulator.size.MapCost;
import io.mapleak.simulator.size.SizedMap;
import io.mapleak.simulator.size.Sizing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Hints beyond all memory count as none (runtime/map.go: makemap; internal/runtime/maps/map.go:
 * NewMap). Buckets of int64 to int64 have 144 bytes, groups 136, and maxAlloc is 2^48.
 */
class HugeHintTest {
  private static final GoType INT64 = new GoType("int64", 8, 8, false);
  private static final MapType TYPE = new MapType(INT64, INT64, MapVariant.FAST64);
  private static final long HEADER = 48;

  @ParameterizedTest
  @CsvSource({
    "23, 1954687338269", // above 2^48 / 144
    "23, 1152921504606846976",
    "23, 9223372036854775807",
    "24, 962072674305", // one more than 2^30 tables take: 2^31 tables of 1024 slots
    "27, 2305843009213693952", // 8 times as much is 2^64
    "27, 9223372036854775807",
    "27, -9223372036854775808",
  })
  void countAsNone(int go, long hint) {
    MapModel map = Models.make(GoVersion.of(go), TYPE, hint, new SeededHashes(1));
    assertThat(map.heap().totalAlloc()).isEqualTo(HEADER);
    assertThat(map.gauges().slots()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"23, 1954687338268", "24, 962072674304", "27, 962072674304"})
  void oneLessIsHeededButHasNoModel(int go, long hint) {
    assertThat(TYPE.heeds(GoVersion.of(go), hint)).isTrue();
    assertThatThrownBy(() -> Models.make(GoVersion.of(go), TYPE, hint, new SeededHashes(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("too large a model");
  }

  @Test
  void sizeTellsWhatSuchAHintGives() {
    assertThat(cost(GoVersion.of(27)).bytes().best()).isEqualTo(HEADER);
    assertThat(cost(GoVersion.of(23)).bytes().best()).isGreaterThan(144 * 1e12 / 6.5);
  }

  private static MapCost cost(GoVersion go) {
    return Sizing.of(new SizedMap.OfType(TYPE), go, 0, 1_000_000_000_000L);
  }
}

package io.mapleak.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mapleak.gomap.GoVersion;
import io.mapleak.simulator.MapModel;
import io.mapleak.simulator.Models;
import io.mapleak.simulator.SeededHashes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrieCurveTest {
  private static final TrieCurve ONE = new TrieCurve(1);

  @ParameterizedTest
  @ValueSource(ints = {300, 2000, 4096, 70_000, 400_000})
  void nodesAndEntriesAreTheModels(int entries) {
    MapModel map = Models.syncMap(GoVersion.of(24), new SeededHashes(100));
    for (int key = 0; key < entries; key++) {
      map.assign(key);
    }
    double bytes = map.gauges().arrayBytes();
    assertThat(ONE.arrayBytes(entries, 0))
        .isCloseTo(bytes, within(0.01 * bytes + 4 * TrieCurve.NODE));
    assertThat(ONE.blocks(TrieCurve.ENTRY).live(entries, 0)).isEqualTo(entries);
    assertThat(ONE.blocks(TrieCurve.NODE).live(entries, 0) * TrieCurve.NODE)
        .isEqualTo(ONE.arrayBytes(entries, 0) - TrieCurve.ENTRY * entries, within(1e-3));
  }

  /** An entry is 48 bytes, a node 160; other blocks are none of a trie's. */
  @Test
  void blocksOfOtherSizesAreNone() {
    assertThat(ONE.blocks(48).live(1000, 0)).isEqualTo(1000);
    assertThat(ONE.blocks(160).live(1000, 0)).isBetween(60.0, 400.0);
    assertThat(ONE.blocks(64).live(1000, 0)).isZero();
  }

  @Test
  void aTrieThatOnlyGrowsLosesNothing() {
    assertThat(ONE.blocks(TrieCurve.NODE).made(5000, 0))
        .isEqualTo(ONE.blocks(TrieCurve.NODE).live(5000, 0));
    assertThat(ONE.nextGrowth(5000)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(ONE.transientBytes(5000)).isZero();
  }

  @Test
  void mapsOfALineShareItsEntries() {
    assertThat(new TrieCurve(7).arrayBytes(7 * 3000, 0)).isEqualTo(7 * ONE.arrayBytes(3000, 0));
  }
}

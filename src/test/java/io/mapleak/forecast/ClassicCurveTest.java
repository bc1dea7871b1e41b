package io.mapleak.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapleak.gomap.ClassicLayout;
import io.mapleak.gomap.GoType;
import io.mapleak.gomap.GoVersion;
import io.mapleak.gomap.MapType;
import io.mapleak.gomap.MapVariant;
import io.mapleak.simulator.MapModel;
import io.mapleak.simulator.Models;
import io.mapleak.simulator.SeededHashes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassicCurveTest {
  private static final GoType INT64 = new GoType("int64", 8, 8, false);
  private static final ClassicLayout LAYOUT = new ClassicLayout(16, false);
  private static final ClassicCurve ONE = new ClassicCurve(LAYOUT, 6.5, 1, 1, false);

  /** Go 1.21 doubled at 6 entries a bucket, other releases at 6.5. */
  @ParameterizedTest
  @CsvSource({"19, 6.5", "21, 6", "23, 6.5"})
  void anArrayDoublesWhenTheModelsDoes(int minor, double loadFactor) {
    MapType type = new MapType(INT64, INT64, MapVariant.FAST64);
    MapModel map =
        Models.make(GoVersion.of(minor), type, Models.NO_HINT, new SeededHashes(100 + minor));
    CapacityCurve curve = new ClassicCurve(LAYOUT, loadFactor, 1, 1, false);
    for (int key = 0; key < 20_000; key++) {
      map.assign(key);
      if (map.count() > ClassicLayout.SLOTS) {
        assertThat(curve.arrayBytes(map.count(), 0))
            .as("at %d entries", map.count())
            .isEqualTo(map.gauges().arrayBytes());
      }
    }
  }

  @Test
  void theNextGrowthIsAtSixAndAHalfEntriesABucket() {
    assertThat(ONE.nextGrowth(8)).isEqualTo(8);
    assertThat(ONE.nextGrowth(6000)).isEqualTo(6.5 * 1024);
    assertThat(ONE.nextGrowth(6.5 * 1024)).isEqualTo(6.5 * 1024);
    assertThat(ONE.nextGrowth(6.5 * 1024 + 1)).isEqualTo(6.5 * 2048);
    assertThat(ONE.growsAt(10)).isEqualTo(6.5 * 1024);
  }

  @Test
  void oneArrayLivesAndEachSmallerOneWasMade() {
    long small = LAYOUT.arrayCharge(9);
    long own = LAYOUT.arrayCharge(10);
    long large = LAYOUT.arrayCharge(11);
    assertThat(ONE.blocks(small).live(6000, 0)).isZero();
    assertThat(ONE.blocks(own).live(6000, 0)).isEqualTo(1);
    assertThat(ONE.blocks(small).made(6000, 0)).isEqualTo(1);
    assertThat(ONE.blocks(own).made(6000, 0)).isEqualTo(1);
    assertThat(ONE.blocks(large).made(6000, 0)).isZero();
    assertThat(ONE.transientBytes(6000)).isEqualTo(own + large);
  }

  @Test
  void mapsOfALineShareItsEntries() {
    ClassicCurve three = new ClassicCurve(LAYOUT, 6.5, 3, 1, false);
    assertThat(three.arrayBytes(18_000, 0)).isEqualTo(3 * ONE.arrayBytes(6000, 0));
    assertThat(three.nextGrowth(18_000)).isEqualTo(3 * ONE.nextGrowth(6000));
    assertThat(three.transientBytes(18_000)).isEqualTo(3 * ONE.transientBytes(6000));
  }

  /** What a sync.Map's dirty map makes depends on its reads, not on its entries alone. */
  @Test
  void readAndDirtyMapOfASyncMapAreTwo() {
    ClassicCurve both = new ClassicCurve(LAYOUT, 6.5, 1, 2, true);
    long bytes = LAYOUT.arrayCharge(10);
    assertThat(both.arrayBytes(6000, 0)).isEqualTo(2 * bytes);
    assertThat(both.blocks(bytes).live(6000, 0)).isEqualTo(2);
    assertThat(both.blocks(bytes).made(6000, 0)).isNaN();
    assertThat(both.transientBytes(6000)).isEqualTo(2 * bytes + LAYOUT.arrayCharge(11));
  }

  /** No forecast ends at the largest array that is known. */
  @Test
  void arraysDoubleOnAndOn() {
    double most = ClassicLayout.maxEntries(ClassicLayout.MAX_B);
    assertThat(ONE.arrayBytes(2 * most, 0))
        .isEqualTo(2.0 * LAYOUT.arrayCharge(ClassicLayout.MAX_B));
    assertThat(ONE.arrayBytes(1e30, 0)).isFinite();
  }

  /**
   * The first entries of a sync.Map are promoted to its read map, and nothing may be after that.
   */
  @Test
  void theOtherMapOfASyncMapMayHaveOneBucket() {
    ClassicCurve one = new ClassicCurve(LAYOUT, 6.5, 1, 1, true);
    assertThat(one.variants()).isEqualTo(2);
    assertThat(one.arrayBytes(6000, 1) - one.arrayBytes(6000, 0)).isEqualTo(LAYOUT.bucketCharge());
  }
}

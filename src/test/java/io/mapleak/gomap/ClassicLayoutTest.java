package io.mapleak.gomap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures measured in the Go runtime, 1.19 to 1.23. */
final class ClassicLayoutTest {
  @ParameterizedTest(name = "slot {0}: {1}")
  @CsvSource({
    // 16 + 8 x slot: int64 -> int64, int64 -> struct{}, string -> *T, int8 -> int64, any -> any,
    // int -> [128]byte, struct{} -> struct{}
    "16, 144",
    "8, 80",
    "24, 208",
    "9, 88",
    "32, 272",
    "136, 1104",
    "0, 16"
  })
  void bucketBytes(int slot, long bytes) {
    assertThat(new ClassicLayout(slot, false).bucketBytes()).isEqualTo(bytes);
  }

  @ParameterizedTest(name = "slot {0}, header {1}, B {2}: {3}")
  @CsvSource({
    // no spare buckets below B = 4: 8 x 144 = 1152
    "16, false, 3, 1152",
    // 17 x 144 = 2448
    "16, false, 4, 2688",
    // 17 x 208 + 8 = 3544
    "24, true, 4, 4096",
    "24, false, 4, 4096",
    // 278528 x 144, whole pages
    "16, false, 18, 40108032",
    // (2^14 + 2^10) x 144 and the next three, of map[int]int
    "16, false, 14, 2506752",
    "16, false, 15, 5013504",
    "16, false, 16, 10027008",
    "16, false, 17, 20054016",
    // map[string]int
    "24, false, 14, 3620864",
    "24, false, 17, 28966912",
    // map[*User]bool
    "9, false, 17, 12255232",
    // map[string]interface{}
    "32, true, 14, 4734976",
    // sync.Map's map[any]*entry; 4352 x 208 = 905216 is 110.5 pages
    "24, true, 16, 14483456",
    "24, true, 12, 909312"
  })
  void arrayCharge(int slot, boolean header, int b, long charge) {
    ClassicLayout layout = new ClassicLayout(slot, header);

    assertThat(layout.arrayCharge(b)).isEqualTo(charge);
    assertThat(layout.bOf(charge)).isEqualTo(b);
  }

  @Test
  void wholeMapsAsMeasured() {
    // header 48, array, mapextra 24
    assertThat(48 + new ClassicLayout(16, false).arrayCharge(4) + 24).isEqualTo(2760);
    assertThat(48 + new ClassicLayout(24, true).arrayCharge(4) + 24).isEqualTo(4168);
    assertThat(48 + new ClassicLayout(16, false).arrayCharge(18) + 24).isEqualTo(40108104);
    // one bucket of a map with up to 8 entries
    assertThat(48 + new ClassicLayout(16, false).bucketCharge()).isEqualTo(192);
  }

  @Test
  void onlyWholeArraysHaveAB() {
    ClassicLayout layout = new ClassicLayout(16, false);

    assertThat(layout.bOf(144)).isZero();
    assertThat(layout.bOf(288)).isEqualTo(1);
    // without the spare sixteenth, as a slice of 2^14 such elements would be
    assertThat(layout.bOf((1 << 14) * 144L)).isEqualTo(-1);
    assertThat(layout.bOf(2506752 - 8192)).isEqualTo(-1);
    assertThat(layout.bOf(1)).isEqualTo(-1);
    assertThat(layout.bOf(Long.MAX_VALUE)).isEqualTo(-1);
  }

  @ParameterizedTest
  @CsvSource({"0, 8", "1, 13", "2, 26", "3, 52", "4, 104", "5, 208", "14, 106496"})
  void maxEntries(int b, double entries) {
    assertThat(ClassicLayout.maxEntries(b)).isEqualTo(entries);
  }

  @Test
  void everyArrayIsFoundAgain() {
    for (int slot = 1; slot <= 256; slot++) {
      for (boolean header : new boolean[] {false, true}) {
        ClassicLayout layout = new ClassicLayout(slot, header);
        for (int b = 0; b <= 25; b++) {
          assertThat(layout.bOf(layout.arrayCharge(b))).isEqualTo(b);
        }
      }
    }
  }
}

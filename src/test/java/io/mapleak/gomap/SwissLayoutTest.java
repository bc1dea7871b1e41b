package io.mapleak.gomap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures measured in the Go runtime, 1.24 to 1.27. */
final class SwissLayoutTest {
  private static final int MAP = 48;

  @ParameterizedTest(name = "slot {0}: {1}")
  @CsvSource({
    // 8 + 8 x slot: int64 -> int64, int32 -> struct{}, string -> *T, string -> string, uint8 ->
    // uint8, int -> [128]byte
    "16, 136",
    "8, 72",
    "24, 200",
    "32, 264",
    "2, 24",
    "136, 1096",
    // struct{} -> struct{}
    "0, 16"
  })
  void groupBytes(int slot, long bytes) {
    assertThat(new SwissLayout(slot, false).groupBytes()).isEqualTo(bytes);
  }

  @ParameterizedTest(name = "slot {0}, pointers {1}, {2} slots: {3}")
  @CsvSource({
    // 128 x 136 = 17408
    "16, false, 1024, 18432",
    // 128 x 136 + 8 = 17416
    "16, true, 1024, 18432",
    // 128 x 200 + 8 = 25608
    "24, true, 1024, 27264",
    // 16 x 136 = 2176
    "16, false, 128, 2304",
    // 2 x 136 = 272
    "16, false, 16, 288",
    // 128 x 264 = 33792, whole pages
    "32, true, 1024, 40960"
  })
  void tableCharge(int slot, boolean pointers, int capacity, long charge) {
    SwissLayout layout = new SwissLayout(slot, pointers);

    assertThat(layout.tableCharge(capacity)).isEqualTo(charge);
    assertThat(layout.capacityOf(charge)).isEqualTo(capacity);
  }

  @ParameterizedTest(name = "{0} tables of {1} slots: {2}")
  @CsvSource({
    // after 9, 15, 100, 896, 1000, 10 000 and 100 000 inserts
    "1, 16, 376",
    "1, 32, 664",
    "1, 128, 2392",
    "1, 1024, 18520",
    "2, 1024, 36992",
    "16, 1024, 295600",
    "128, 1024, 2364592",
    // the 897th: two tables of 512
    "2, 512, 19072"
  })
  void wholeMapsAsMeasured(int tables, int capacity, long bytes) {
    SwissLayout layout = new SwissLayout(16, false);
    long directory = SizeClasses.charge(8L * tables, true);

    assertThat(MAP + directory + tables * (SwissLayout.TABLE_OBJECT + layout.tableCharge(capacity)))
        .isEqualTo(bytes);
  }

  @Test
  void aSmallMapIsOneGroup() {
    SwissLayout layout = new SwissLayout(16, false);

    assertThat(MAP + layout.tableCharge(8)).isEqualTo(192);
    assertThat(layout.capacityOf(144)).isEqualTo(8);
  }

  @Test
  void otherSizesHaveNoCapacity() {
    SwissLayout layout = new SwissLayout(16, false);

    // 2048 slots would be 34816 bytes, five pages; no table is so large
    assertThat(layout.capacityOf(40960)).isEqualTo(-1);
    assertThat(layout.capacityOf(18431)).isEqualTo(-1);
    assertThat(layout.capacityOf(0)).isEqualTo(-1);
  }

  @Test
  void sevenOfEightSlotsAreUsed() {
    assertThat(SwissLayout.MAX_TABLE_ENTRIES).isEqualTo(SwissLayout.MAX_TABLE * 7 / 8);
  }
}

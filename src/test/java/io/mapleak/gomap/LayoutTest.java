package io.mapleak.gomap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sizes measured on the real runtime. */
class LayoutTest {
  @ParameterizedTest
  @CsvSource({
    "1,false,8",
    "17,false,24",
    "512,true,512",
    "513,true,576",
    "1024,true,1152",
    "8192,true,9472",
    "32760,true,32768",
    "32761,true,32768",
    "32769,false,40960",
    "40108032,false,40108032"
  })
  void chargesAreClassesOrPages(long bytes, boolean header, long charge) {
    assertThat(SizeClasses.charge(bytes, header)).isEqualTo(charge);
    assertThat(SizeClasses.isCharge(charge)).isTrue();
  }

  // seen at m[k] = v of Go 1.19 and 1.23: int -> int, string -> int, *T -> bool, string -> any
  @ParameterizedTest
  @CsvSource({
    "16,false,17,20054016", "16,false,14,2506752", "24,true,17,28966912", "24,true,11,458752",
    "9,true,17,12255232", "32,true,14,4734976", "16,false,4,2688", "24,true,4,4096"
  })
  void classicArraysDoubleWithOneSixteenthToSpare(int slot, boolean header, int b, long charge) {
    ClassicLayout layout = new ClassicLayout(slot, header);
    assertThat(layout.arrayCharge(b)).isEqualTo(charge);
    assertThat(layout.bOf(charge)).isEqualTo(b);
  }

  @Test
  void aSizeBetweenTwoRungsIsNoClassicArray() {
    // one page more than 2^17 + 2^13 buckets of 208 bytes
    assertThat(new ClassicLayout(24, true).bOf(28966912 + 8192)).isEqualTo(-1);
  }

  // int64 -> int64: 128 x 136 = 17408 -> 18432; string -> *T: 128 x 200 + 8 -> 27264
  @ParameterizedTest
  @CsvSource({
    "16,false,1024,18432",
    "24,true,1024,27264",
    "24,true,512,13568",
    "32,true,1024,40960",
    "72,true,1024,81920",
    "16,false,16,288"
  })
  void swissTablesAreUpTo128Groups(int slot, boolean pointers, int capacity, long charge) {
    SwissLayout layout = new SwissLayout(slot, pointers);
    assertThat(layout.tableCharge(capacity)).isEqualTo(charge);
    assertThat(layout.capacityOf(charge)).isEqualTo(capacity);
  }
}

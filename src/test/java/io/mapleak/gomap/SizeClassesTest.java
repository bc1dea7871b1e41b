package io.mapleak.gomap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SizeClassesTest {
  @ParameterizedTest(name = "{0} bytes, header {1}: {2}")
  @CsvSource({
    "1, false, 8",
    "48, true, 48",
    "136, false, 144",
    // a header only above 512 bytes: 513 + 8 = 521
    "512, true, 512",
    "513, true, 576",
    "513, false, 576",
    // 1024 pointers' list in Go 1.22: 1024 + 8 = 1032
    "1024, true, 1152",
    "1024, false, 1024",
    "16384, true, 18432",
    // 32760 + 8 is the largest class, 32761 has no header
    "32760, true, 32768",
    "32761, true, 32768",
    "32768, true, 32768",
    // 4 x 8192 < 32769 <= 5 x 8192
    "32769, false, 40960",
    "32769, true, 40960",
    "40960, true, 40960"
  })
  void chargesAClassOrWholePages(long bytes, boolean header, long charge) {
    assertThat(SizeClasses.charge(bytes, header)).isEqualTo(charge);
  }

  @Test
  void aChargeIsChargedAsItIs() {
    for (long bytes = 1; bytes < 200_000; bytes++) {
      long charge = SizeClasses.charge(bytes, false);

      assertThat(charge).isGreaterThanOrEqualTo(bytes);
      assertThat(SizeClasses.charge(charge, false)).isEqualTo(charge);
      assertThat(SizeClasses.isCharge(bytes)).isEqualTo(charge == bytes);
    }
  }

  @Test
  void chargesNeverFall() {
    for (boolean header : new boolean[] {false, true}) {
      long before = 0;
      for (long bytes = 1; bytes < 100_000; bytes++) {
        long charge = SizeClasses.charge(bytes, header);
        assertThat(charge).isGreaterThanOrEqualTo(before);
        before = charge;
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, false",
    "-8, false",
    "18432, true",
    "18440, false",
    "40960, true",
    "36864, false"
  })
  void tellsChargesFromOtherNumbers(long bytes, boolean charge) {
    assertThat(SizeClasses.isCharge(bytes)).isEqualTo(charge);
  }
}

package io.mapleak.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapleak.gomap.ClassicLayout;
import io.mapleak.gomap.SwissLayout;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArraySizesTest {
  private static List<String> told(ArraySizes sizes, long bytes) {
    List<String> told = new ArrayList<>();
    sizes.forEach(
        List.of(Points.block(77, 1, 1), Points.block(bytes, 1, 1)),
        (slot, header) -> told.add(slot + " " + header));
    return told;
  }

  /** 3620864 are 2^14 + 2^10 buckets of 208 bytes; 27264 a table of 24-byte slots with pointers. */
  @ParameterizedTest
  @ValueSource(longs = {144, 352, 2304, 8192, 27_264, 122_880, 3_620_864, 1_073_741_824, 12_345})
  void allSlotsThatMakeABlockAreTold(long bytes) {
    List<String> classic = new ArrayList<>();
    List<String> swiss = new ArrayList<>();
    for (int slot = 1; slot <= SlotPrior.MAX_SLOT; slot++) {
      for (boolean header : new boolean[] {true, false}) {
        if (new ClassicLayout(slot, header).bOf(bytes) > 0) {
          classic.add(slot + " " + header);
        }
        if (new SwissLayout(slot, header).capacityOf(bytes) > SwissLayout.SLOTS) {
          swiss.add(slot + " " + header);
        }
      }
    }
    assertThat(told(ArraySizes.classic(), bytes)).isEqualTo(classic);
    assertThat(told(ArraySizes.swiss(), bytes)).isEqualTo(swiss);
  }
}

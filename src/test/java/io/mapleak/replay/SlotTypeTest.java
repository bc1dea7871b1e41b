package io.mapleak.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapleak.gomap.GoVersion;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlotTypeTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 8, 9, 12, 16, 17, 20, 24, 32, 40, 64, 72, 112, 144, 200, 256})
  void classicSlotsHaveTheSizeAskedFor(int bytes) {
    SlotType type = SlotType.of(bytes, false, false);
    assertThat(type.type().classic(GoVersion.of(23)).slotBytes()).isEqualTo(bytes);
    assertThat(type.type().pointers()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4, 8, 12, 16, 20, 24, 32, 40, 64, 72, 112, 144, 200, 256})
  void swissSlotsToo(int bytes) {
    SlotType type = SlotType.of(bytes, bytes % 8 == 0 && bytes >= 16, true);
    assertThat(type.type().swiss(GoVersion.NEWEST).slotBytes()).isEqualTo(bytes);
    assertThat(type.type().pointers()).isEqualTo(bytes % 8 == 0 && bytes >= 16);
  }
}

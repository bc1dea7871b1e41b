package io.mapleak.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapleak.gomap.GoType;
import io.mapleak.gomap.GoVersion;
import io.mapleak.gomap.MapType;
import io.mapleak.gomap.MapVariant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bytes that make allocates, measured with real Go: MemStats before and after. */
class MakeHintTest {
  private static final GoType INT64 = new GoType("int64", 8, 8, false);
  private static final GoType STRING = new GoType("string", 16, 8, true);
  private static final GoType POINTER = new GoType("*int", 8, 8, true);

  @ParameterizedTest(name = "go1.{0} map[int64]int64, hint {1}: {2} bytes")
  @CsvSource({
    "23, 0, 48",
    "23, 8, 48",
    "23, 100, 2760",
    "23, 1000000, 40108104",
    "21, 100, 5448",
    "24, 0, 48",
    "24, 9, 376",
    "25, 15, 664",
    "26, 100, 2392",
    "27, 896, 18520",
    "27, 897, 19072",
    "24, 1000, 36992",
    "27, 10000, 295600",
    "26, 1000000, 37832752"
  })
  void int64ToInt64(int minor, long hint, long bytes) {
    assertThat(made(minor, new MapType(INT64, INT64, MapVariant.FAST64), hint)).isEqualTo(bytes);
  }

  /** 17 x 208 = 3536 bytes and a malloc header of 8 are charged 4096; 1.21 has no header. */
  @ParameterizedTest
  @CsvSource({"22, 4168", "23, 4168"})
  void stringToPointer(int minor, long bytes) {
    assertThat(made(minor, new MapType(STRING, POINTER, MapVariant.FASTSTR), 100)).isEqualTo(bytes);
  }

  private static long made(int minor, MapType type, long hint) {
    return Models.make(GoVersion.of(minor), type, hint, new SeededHashes(1)).heap().live();
  }
}

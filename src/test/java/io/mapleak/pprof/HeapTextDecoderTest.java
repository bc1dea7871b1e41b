package io.mapleak.pprof;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapleak.profile.Profile;
import io.mapleak.profile.ValueType;
import io.mapleak.testing.TestData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HeapTextDecoderTest {
  private static final String CURE =
      "the tool that wrote the profile is at fault, or the file is damaged; capture it again";

  @ParameterizedTest
  @CsvSource({
    "gobench.heap, GO_TEXT",
    "cppbench.heap, HEAPZ_TEXT",
    "cppbench.growth, GROWTH_TEXT",
    "java.heap, JAVA_TEXT"
  })
  void agreesWithGooglePprof(String name, Encoding encoding) throws IOException {
    Decoded decoded = ProfileReader.read(TestData.file("pprof/" + name), Limits.DEFAULT);
    assertThat(decoded.encoding()).isEqualTo(encoding);
    assertThat(RawText.of(decoded.profile()))
        .isEqualTo(Files.readString(TestData.file("pprof/" + name + ".string")));
  }

  @Test
  void aRecordOfOneSampledBlockStandsForMany() {
    // 1/(1 - exp(-524288/524288)) = 1.58198
    Profile profile =
        Reading.readText(
                """
                heap profile: 1: 524288 [3: 1572864] @ heap/1048576
                1: 524288 [3: 1572864] @ 0x11 0x21
                """)
            .profile();
    assertThat(profile.header().period()).isEqualTo(524288);
    assertThat(profile.samples().value(0, 0)).isEqualTo(4);
    assertThat(profile.samples().value(0, 1)).isEqualTo(2488234);
    assertThat(profile.samples().value(0, 2)).isEqualTo(1);
    assertThat(profile.samples().value(0, 3)).isEqualTo(829411);
    assertThat(profile.labels().number(0)).isEqualTo(524288);
    assertThat(profile.locations().address(0)).isEqualTo(0x10);
    assertThat(profile.locations().address(1)).isEqualTo(0x20);
  }

  @Test
  void theRawCountCanBeHadFromTheScaledBytes() {
    for (long size : new long[] {8, 48, 4096, 163840, 1 << 20, 1 << 26}) {
      for (long count : new long[] {1, 2, 7, 1000, 99_999}) {
        String raw = count + ": " + count * size + " [" + 2 * count + ": " + 2 * count * size + "]";
        Profile profile =
            Reading.readText("heap profile: " + raw + " @ heap/1048576\n" + raw + " @ 0x1\n")
                .profile();
        double probability = 1 - Math.exp(-(double) size / profile.header().period());
        assertThat(Math.round(profile.samples().value(0, 3) * probability / size)).isEqualTo(count);
        assertThat(Math.round(profile.samples().value(0, 1) * probability / size))
            .isEqualTo(2 * count);
      }
    }
  }

  @Test
  void allocationsEqualToWhatIsInUseAreNoColumns() {
    Profile profile =
        Reading.readText(
                """
                heap profile: 2: 96 [2: 96] @ heapprofile
                2: 96 [2: 96] @ 0x1 0x2
                """)
            .profile();
    assertThat(profile.sampleTypes())
        .containsExactly(new ValueType("objects", "count"), new ValueType("space", "bytes"));
    assertThat(profile.samples().value(0, 1)).isEqualTo(96);
    assertThat(profile.header().period()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "heap/2, GO_TEXT, 1",
    "heap_v2/512, HEAPZ_TEXT, 512",
    "heapz_v2/524288, HEAPZ_TEXT, 524288",
    "heapprofile, HEAPPROFILE_TEXT, 1",
    "growth, GROWTH_TEXT, 1",
    "growthz, GROWTH_TEXT, 1",
    "fragmentation, FRAGMENTATION_TEXT, 1",
    "fragmentationz, FRAGMENTATION_TEXT, 1"
  })
  void kindsOfHeaders(String kind, Encoding encoding, long period) {
    Decoded decoded = Reading.readText("heap profile:   3:  96 [  3:  96] @ " + kind + "\n");
    assertThat(decoded.encoding()).isEqualTo(encoding);
    assertThat(decoded.profile().header().period()).isEqualTo(period);
    assertThat(decoded.profile().samples().size()).isZero();
  }

  @Test
  void addressesBelongToTheMappingsOfTheMemoryMap() {
    Profile profile =
        Reading.readText(
                """
                heap profile: 1: 16 [1: 16] @ heapprofile
                1: 16 [1: 16] @ 0x401001 0x7f0000000101 0x9

                MAPPED_LIBRARIES:
                build=/srv
                7f0000000000-7f0000001000 r-xp 00000000 08:01 123 /lib/libc.so.6
                7f0000001000-7f0000002000 r-xp 00001000 08:01 123 /lib/libc.so.6
                00400000-00500000 r-xp 00000000 08:01 124 $build/app
                00500000-00600000 rw-p 00100000 08:01 124 $build/app
                no mapping at all
                """)
            .profile();
    assertThat(profile.mappings().size()).isEqualTo(3);
    assertThat(profile.mappings().file(0)).isEqualTo("/srv/app");
    assertThat(profile.mappings().file(1)).isEqualTo("/lib/libc.so.6");
    assertThat(profile.mappings().limit(1)).isEqualTo(0x7f0000002000L);
    assertThat(profile.locations().mapping(0)).isZero();
    assertThat(profile.locations().mapping(1)).isEqualTo(1);
    assertThat(profile.mappings().limit(profile.locations().mapping(2))).isEqualTo(-1);
  }

  @Test
  void faultsNameTheLine() {
    assertFault("heap profile: 1: 16 [1: 16] heap/2\n", 0, "line 1", "'@' is missing in column 29");
    assertFault(
        "heap profile: 1: 16 [1: 16] @ heaq/2\n",
        0,
        "line 1",
        "a heap profile of the unknown kind 'heaq/2'");
    String header = "heap profile: 1: 16 [2: 32] @ heap/2\n";
    assertFault(header + "\n1: 16 [2: 32] 0x1\n", 38, "line 3", "'@' is missing in column 15");
    assertFault(
        header + "1: x [2: 32] @ 0x1\n",
        37,
        "line 2",
        "a number of at most 64 bits is missing in column 4");
    assertFault(
        header + "1: 99999999999999999999 [2: 32] @\n",
        37,
        "line 2",
        "a number of at most 64 bits is missing in column 4");
    assertFault(
        header + "1: 16 [2: 32] @ 0x12345678901234567\n",
        37,
        "line 2",
        "an address of at most 64 bits is missing in column 17");
    assertFault(
        header + "1: 16 [2: 32] @ main\n",
        37,
        "line 2",
        "an address of at most 64 bits is missing in column 17");
    assertFault(header + "0: 16 [2: 32] @ 0x1\n", 37, "line 2", "16 bytes in use in no objects");
    assertFault(header + "1: 16 [0: 32] @ 0x1\n", 37, "line 2", "32 bytes allocated in no objects");
    assertFault(
        header + "# runtime.MemStats\n# Sys = many\n",
        56,
        "line 3",
        "'many' is no number of at most 64 bits");
  }

  private static void assertFault(String text, int offset, String line, String problem) {
    assertThat(Reading.textFault(text))
        .hasMessage("test.pb: %s (at byte %d, %s): %s", problem, offset, line, CURE)
        .isNotInstanceOf(UnknownFormatException.class);
  }

  @Test
  void badUtf8IsAFault() {
    byte[] text =
        Reading.concat(
            "heap profile: 1: 16 [2: 32] @ heap/2\n#\t0x1\t".getBytes(StandardCharsets.UTF_8),
            new byte[] {(byte) 0xff});
    assertThat(Reading.fault(text))
        .hasMessage("test.pb: the line is not valid UTF-8 (at byte 37, line 2): " + CURE);
  }

  @Test
  void wrongJavaTextIsAFault() {
    String header = "--- heapz 1 ---\nformat = java\n";
    assertFault(header, 16, "line 2", "the attribute 'resolution' is missing");
    assertFault(
        header + "resolution = bytes\n48 0 @ 0x1\n", 49, "line 4", "48 bytes in no objects");
    assertFault("--- heapz 1 ---\nformat = cpp\n", 16, "line 2", "the format is not 'java'");
    assertFault(header + "colour = red\n", 30, "line 3", "an unknown attribute");
  }
}

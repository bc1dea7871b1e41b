package io.mapleak.pprof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.protobuf.CodedOutputStream;
import io.mapleak.pprof.proto.ProfileProto;
import io.mapleak.testing.ProfileDsl;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every quantity that a file chooses is bounded, in both forms. */
final class LimitsTest {
  private static final String TEXT_HEADER = "heap profile: 1: 16 [2: 32] @ heap/1048576\n";

  private static void assertTooMuch(byte[] bytes, Limits limits, String problem, String option) {
    FormatException fault = Reading.fault(bytes, limits);
    assertThat(fault).isNotNull().isNotInstanceOf(UnknownFormatException.class);
    assertThat(fault.problem()).isEqualTo("the profile " + problem);
    assertThat(fault.cure()).isEqualTo("if you trust the file, raise " + option);
    assertThat(fault.fieldPath() != null || fault.offset() > 0).isTrue();
  }

  private static byte[] text(String records) {
    return (TEXT_HEADER + records).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] samples(int count) {
    ProfileDsl dsl = ProfileDsl.empty().type("t", "u");
    for (int i = 0; i < count; i++) {
      dsl.sample("f").values(i);
    }
    return dsl.bytes();
  }

  @Test
  void samples() {
    assertThat(
            Reading.read(samples(100), Limits.DEFAULT.withSamples(100)).profile().samples().size())
        .isEqualTo(100);
    assertTooMuch(
        samples(101),
        Limits.DEFAULT.withSamples(100),
        "has more than 100 samples",
        "--max-samples");
    assertTooMuch(
        samples(5), Limits.DEFAULT.withSamples(4), "has more than 4 samples", "--max-samples");
    assertTooMuch(
        text("1: 16 [2: 32] @ 0x1\n".repeat(5)),
        Limits.DEFAULT.withSamples(4),
        "has more than 4 samples",
        "--max-samples");
  }

  @Test
  void valuesOfAllSamples() {
    ProfileDsl dsl = ProfileDsl.empty();
    for (int i = 0; i < 16; i++) {
      dsl.type("t" + i, "u");
    }
    for (int i = 0; i < 101; i++) {
      dsl.sample("f").values(new long[16]);
    }
    assertThat(
            Reading.read(dsl.bytes(), Limits.DEFAULT.withSamples(202)).profile().samples().size())
        .isEqualTo(101);
    // 201 x 8 values are enough for 100 samples of 16
    assertTooMuch(
        dsl.bytes(),
        Limits.DEFAULT.withSamples(201),
        "has more than 100 samples of 16 values",
        "--max-samples");
  }

  @Test
  void depthOfAStack() {
    byte[] deep =
        ProfileDsl.empty()
            .type("t", "u")
            .sample(Collections.nCopies(9, "f").toArray(new String[0]))
            .values(1)
            .bytes();
    assertThat(Reading.read(deep, Limits.DEFAULT.withStackDepth(9)).profile().stacks().depth(0))
        .isEqualTo(9);
    assertTooMuch(
        deep,
        Limits.DEFAULT.withStackDepth(8),
        "has a stack of more than 8 locations",
        "--max-stack-depth");
    assertThat(Reading.fault(deep, Limits.DEFAULT.withStackDepth(8)).fieldPath())
        .isEqualTo("sample[0].location_id");
    assertTooMuch(
        text("1: 16 [2: 32] @" + " 0x1".repeat(9)),
        Limits.DEFAULT.withStackDepth(8),
        "has a stack of more than 8 locations",
        "--max-stack-depth");
  }

  @Test
  void framesOfAllStacks() {
    ProfileDsl dsl = ProfileDsl.empty().type("t", "u");
    for (int i = 0; i < 6; i++) {
      dsl.sample("a", "b", "leaf" + i).values(1);
      dsl.sample("a", "b", "leaf" + i).values(2);
    }
    assertThat(Reading.read(dsl.bytes(), Limits.DEFAULT.withFrames(18)).profile().stacks().size())
        .isEqualTo(6);
    assertTooMuch(
        dsl.bytes(),
        Limits.DEFAULT.withFrames(17),
        "has more than 17 locations in its stacks",
        "--max-frames");
  }

  @Test
  void stringBytes() {
    byte[] named = ProfileDsl.empty().type("t", "u").comment("x".repeat(1000)).bytes();
    long most = 1000 + 2 + 4L * Limits.STRING_OVERHEAD;
    assertThat(
            Reading.read(named, Limits.DEFAULT.withStringBytes(most)).profile().header().comments())
        .hasSize(1);
    assertTooMuch(
        named,
        Limits.DEFAULT.withStringBytes(most - 1),
        "claims more than " + (most - 1) + " bytes of strings",
        "--max-string-bytes");
    byte[] empty =
        ProfileProto.Profile.newBuilder()
            .addSampleType(ProfileProto.ValueType.newBuilder().setType(1))
            .addAllStringTable(Collections.nCopies(100, ""))
            .build()
            .toByteArray();
    assertTooMuch(
        empty,
        Limits.DEFAULT.withStringBytes(99 * Limits.STRING_OVERHEAD),
        "claims more than 3168 bytes of strings",
        "--max-string-bytes");
    assertTooMuch(
        text("1: 16 [2: 32] @ 0x2\n#\t0x1\tmain.put+0x1\t\tmain.go:1\n"),
        Limits.DEFAULT.withStringBytes(70),
        "has more than 70 bytes of strings",
        "--max-string-bytes");
  }

  @Test
  void tableEntries() {
    // 2 locations, 2 lines, 2 functions, 1 mapping, 1 label, 1 comment
    byte[] nine =
        ProfileDsl.empty()
            .type("t", "u")
            .comment("c")
            .mapping(1, 2, "f", "")
            .sample("f", "g")
            .bytes(1)
            .values(1)
            .bytes();
    assertThat(Reading.read(nine, Limits.DEFAULT.withTableEntries(9)).profile().samples().size())
        .isEqualTo(1);
    assertTooMuch(
        nine,
        Limits.DEFAULT.withTableEntries(8),
        "has more than 8 table entries",
        "--max-table-entries");
    assertTooMuch(
        text("1: 16 [2: 32] @ 0x1 0x2 0x3\n"),
        Limits.DEFAULT.withTableEntries(2),
        "has more than 2 table entries",
        "--max-table-entries");
  }

  @Test
  void decompressedBytes() {
    byte[] profile = samples(100);
    Limits enough = Limits.DEFAULT.withDecompressedBytes(profile.length);
    Limits less = Limits.DEFAULT.withDecompressedBytes(profile.length - 1);
    String problem = "has more than " + (profile.length - 1) + " bytes";
    for (byte[] packed : List.of(profile, Reading.gzip(profile))) {
      assertThat(Reading.read(packed, enough).profile().samples().size()).isEqualTo(100);
      assertTooMuch(packed, less, problem, "--max-decompressed-bytes");
    }
    assertTooMuch(
        text(""),
        Limits.DEFAULT.withDecompressedBytes(20),
        "has more than 20 bytes",
        "--max-decompressed-bytes");
  }

  @Test
  void aBombIsStoppedByTheDefaults() throws IOException {
    // behind a small profile an unknown field of 1.1 GiB of zeros, in members of 16 MiB that have
    // 16 kB each
    ByteArrayOutputStream first = new ByteArrayOutputStream();
    first.writeBytes(ProfileDsl.heap().bytes());
    CodedOutputStream field = CodedOutputStream.newInstance(first);
    field.writeTag(100, Wire.BYTES);
    field.writeUInt32NoTag(70 << 24);
    field.flush();
    byte[] zeros = Reading.gzip(new byte[1 << 24]);
    byte[][] members = new byte[71][];
    Arrays.fill(members, zeros);
    members[0] = Reading.gzip(first.toByteArray());

    assertThat(Reading.fault(Reading.concat(members)))
        .hasMessage(
            "test.pb: the profile has more than 1073741824 bytes (at byte 1073741824 of the decompressed data):"
                + " if you trust the file, raise --max-decompressed-bytes");
  }

  @Test
  void sampleTypes() {
    ProfileDsl dsl = ProfileDsl.empty();
    for (int i = 0; i <= SampleColumns.MOST_TYPES; i++) {
      dsl.type("t" + i, "u");
    }
    assertThat(Reading.fault(dsl.bytes()).problem())
        .isEqualTo("the profile has more than 64 sample types");
  }

  @Test
  void aLineOfText() {
    assertThat(Reading.fault(text("1: 16 [2: 32] @ " + " ".repeat(TextLines.LONGEST))).problem())
        .isEqualTo("a line has more than 1048576 bytes");
  }

  @Test
  void limitsAreChecked() {
    assertThatIllegalArgumentException().isThrownBy(() -> Limits.DEFAULT.withSamples(0));
    assertThatIllegalArgumentException().isThrownBy(() -> Limits.DEFAULT.withStringBytes(-1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Limits.DEFAULT.withDecompressedBytes(1L << 31));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Limits.DEFAULT.withFrames(Integer.MAX_VALUE));
  }
}

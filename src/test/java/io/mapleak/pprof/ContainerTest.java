package io.mapleak.pprof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.airlift.compress.zstd.ZstdOutputStream;
import io.mapleak.pprof.proto.ProfileProto;
import io.mapleak.testing.ProfileDsl;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ContainerTest {
  private static final String COPY = "the file is damaged or was cut; copy or capture it again";

  private static final byte[] PROFILE =
      ProfileDsl.heap().sample("main.put a.go:1").bytes(48).values(1, 48, 1, 48).bytes();

  /** 3.6 MB of samples, so that unpacking runs on its own thread. */
  private static byte[] big() {
    Random random = new Random(1);
    ProfileDsl dsl = ProfileDsl.heap();
    for (int i = 0; i < 100_000; i++) {
      dsl.sample("f" + random.nextInt(500), "g" + random.nextInt(500))
          .bytes(16)
          .values(random.nextLong() >>> 20, 1, 1, 1);
    }
    return dsl.bytes();
  }

  private static byte[] zstd(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream zstd = new ZstdOutputStream(out)) {
      zstd.write(bytes);
    }
    return out.toByteArray();
  }

  private static void assertIsProfile(byte[] packed) {
    assertThat(Reading.read(packed).profile().samples().value(0, 1)).isEqualTo(48);
  }

  private static void assertFault(byte[] packed, String message) {
    FormatException fault = Reading.fault(packed);
    assertThat(fault).hasMessage(message).isNotInstanceOf(UnknownFormatException.class);
  }

  @Test
  void plainGzipAndZstdAreToldByContent() throws IOException {
    assertIsProfile(PROFILE);
    assertIsProfile(Reading.gzip(PROFILE));
    assertIsProfile(zstd(PROFILE));
  }

  @Test
  void gzipMayHaveSeveralMembers() {
    byte[] first = Reading.gzip(Arrays.copyOf(PROFILE, 20));
    byte[] second = Reading.gzip(Arrays.copyOfRange(PROFILE, 20, PROFILE.length));
    assertIsProfile(Reading.concat(first, Reading.gzip(new byte[0]), second));
  }

  @Test
  void gzipMembersAreReadOnWhereTheSourceSaysThatNothingIsAvailable() throws IOException {
    byte[] packed =
        Reading.concat(
            Reading.gzip(Arrays.copyOf(PROFILE, 20)),
            Reading.gzip(Arrays.copyOfRange(PROFILE, 20, PROFILE.length)));
    FilterInputStream pipe =
        new FilterInputStream(new ByteArrayInputStream(packed)) {
          @Override
          public int read(byte[] target, int offset, int length) throws IOException {
            return super.read(target, offset, Math.min(length, 1));
          }

          @Override
          public int available() {
            return 0;
          }
        };
    assertThat(ProfileReader.read("-", pipe, Limits.DEFAULT).profile().samples().size())
        .isEqualTo(1);
  }

  @Test
  void gzipHeadersMayHaveAllParts() {
    byte[] packed = Reading.gzip(PROFILE);
    byte[] header = {
      0x1f, (byte) 0x8b, 8, 2 + 4 + 8 + 16, 0, 0, 0, 0, 0, 0, 3, 0, 1, 2, 3, 'n', 0, 'c', 0, 7, 7
    };
    assertIsProfile(Reading.concat(header, Arrays.copyOfRange(packed, 10, packed.length)));
  }

  @Test
  void cutGzip() {
    byte[] packed = Reading.gzip(PROFILE);
    String size = String.valueOf(PROFILE.length);
    // within the trailer, all of the data is there
    assertFault(
        Arrays.copyOf(packed, packed.length - 4),
        "test.pb: the gzip data is cut short (at byte "
            + size
            + " of the decompressed data): "
            + COPY);
    assertFault(
        Arrays.copyOf(packed, 5),
        "test.pb: the gzip data is cut short (at byte 0 of the decompressed data): " + COPY);
    for (int length = 2; length < packed.length; length++) {
      assertThat(Reading.fault(Arrays.copyOf(packed, length))).as("cut at %d", length).isNotNull();
    }
  }

  @Test
  void corruptGzip() {
    byte[] packed = Reading.gzip(PROFILE);
    String place = " (at byte " + PROFILE.length + " of the decompressed data): ";
    byte[] checksum = packed.clone();
    checksum[packed.length - 8] ^= 1;
    assertFault(checksum, "test.pb: the gzip checksum does not match the data" + place + COPY);
    byte[] length = packed.clone();
    length[packed.length - 1] ^= 1;
    assertFault(length, "test.pb: the gzip length does not match the data" + place + COPY);
    byte[] method = packed.clone();
    method[2] = 7;
    assertFault(
        method,
        "test.pb: the gzip header is corrupt (at byte 0 of the decompressed data): " + COPY);
    byte[] block = packed.clone();
    block[10] |= 6;
    assertFault(
        block,
        "test.pb: the gzip data is corrupt (invalid block type) (at byte 0 of the decompressed data): "
            + COPY);
  }

  @Test
  void bytesAfterGzip() {
    assertFault(
        Reading.concat(Reading.gzip(PROFILE), new byte[] {'x', 'y', 'z'}),
        "test.pb: the gzip data is followed by bytes that are not gzip (at byte "
            + PROFILE.length
            + " of the decompressed data): "
            + COPY);
  }

  @Test
  void cutOrCorruptZstd() throws IOException {
    byte[] packed = zstd(PROFILE);
    for (int length = 4; length < packed.length; length++) {
      assertThat(Reading.fault(Arrays.copyOf(packed, length)))
          .as("cut at %d", length)
          .isNotNull()
          .isNotInstanceOf(UnknownFormatException.class);
    }
    byte[] corrupt = packed.clone();
    corrupt[packed.length - 1] ^= 1;
    assertThat(Reading.fault(corrupt)).isNotNull();
  }

  @Test
  void compressedTwice() {
    assertFault(
        Reading.gzip(Reading.gzip(PROFILE)),
        "test.pb: the profile is compressed twice (at byte 0 of the decompressed data):"
            + " decompress it once with gunzip");
  }

  @Test
  void bigProfilesAreUnpackedOnAThreadOfTheirOwn() throws IOException {
    byte[] big = big();
    ProfileProto.Profile message = ProfileProto.Profile.parseFrom(big);
    for (byte[] packed : new byte[][] {Reading.gzip(big), zstd(big)}) {
      var samples = Reading.read(packed).profile().samples();
      assertThat(samples.size()).isEqualTo(message.getSampleCount());
      for (int i = 0; i < samples.size(); i++) {
        if (samples.value(i, 0) != message.getSample(i).getValue(0)) {
          throw new AssertionError("sample " + i);
        }
      }
    }
  }

  @Test
  void faultsOfThatThreadReachTheReaderWithTheirPlace() {
    byte[] big = big();
    byte[] packed = Reading.gzip(big);
    packed[packed.length - 5] ^= 1;
    assertFault(
        packed,
        "test.pb: the gzip checksum does not match the data (at byte "
            + big.length
            + " of the decompressed data): "
            + COPY);
    FormatException cut = Reading.fault(Arrays.copyOf(packed, packed.length / 2));
    assertThat(cut.problem()).isEqualTo("the gzip data is cut short");
    assertThat(cut.offset()).isGreaterThan(Content.OVERLAP_FROM);
  }

  @Test
  void whatIsNoProfileIsUnknown() {
    assertUnknown(new byte[0], "the file is empty");
    assertUnknown(Reading.gzip(new byte[0]), "the file is empty");
    assertUnknown("gc 1 @0.012s 2%: 0.026+0.4 ms clock\n", "a text that is no heap profile");
    assertUnknown("2026-11-21 log\n\u001b[31mred\u001b[0m\n", "a text that is no heap profile");
    assertUnknown("\n{\"case\": \"shop\"}", "a text that is no heap profile");
    assertUnknown("goroutine 1 [running]:\nmain.main()\n", "a text that is no heap profile");
    assertUnknown(
        new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}, "not a profile of any known kind");
    assertUnknown(
        new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0, 8, 0}, "not a profile of any known kind");
    assertUnknown(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0}, "not a profile of any known kind");
    assertUnknown(new byte[] {0, 0, 0, 0}, "not a profile of any known kind");
  }

  private static void assertUnknown(String text, String problem) {
    assertUnknown(text.getBytes(StandardCharsets.UTF_8), problem);
    assertUnknown(Reading.gzip(text.getBytes(StandardCharsets.UTF_8)), problem);
  }

  private static void assertUnknown(byte[] bytes, String problem) {
    assertThat(Reading.fault(bytes))
        .isInstanceOf(UnknownFormatException.class)
        .hasMessage(
            "test.pb: " + problem + ": give a pprof heap profile, e.g. of /debug/pprof/heap");
  }

  @Test
  void filesThatCanNotBeOpened(@TempDir Path folder) throws IOException {
    Path missing = folder.resolve("none.pb.gz");
    assertThatThrownBy(() -> ProfileReader.read(missing, Limits.DEFAULT))
        .isInstanceOf(IOException.class)
        .hasMessage(missing + ": no such file: check the path");
    assertThatThrownBy(() -> ProfileReader.read(folder, Limits.DEFAULT))
        .isInstanceOf(IOException.class)
        .hasMessage(folder + ": is a directory: name a profile in it");
    Path file = Files.write(folder.resolve("heap.pb.gz"), Reading.gzip(PROFILE));
    assertThat(ProfileReader.read(file, Limits.DEFAULT).profile().samples().size()).isEqualTo(1);
  }
}

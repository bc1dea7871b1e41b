package io.mapleak.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapleak.pprof.Content;
import io.mapleak.pprof.Limits;
import io.mapleak.pprof.ProfileReader;
import io.mapleak.testing.TestData;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;

/** Reads evidence of tests: files below testdata/evidence, texts and bytes. */
final class EvidenceFiles {
  private EvidenceFiles() {}

  static byte[] bytes(String name) throws IOException {
    return Files.readAllBytes(TestData.file("evidence").resolve(name));
  }

  static String text(String name) throws IOException {
    return new String(bytes(name), StandardCharsets.UTF_8);
  }

  static Reading file(String name) throws IOException {
    return read(bytes(name)).orElseThrow();
  }

  static Optional<Reading> read(String text) throws IOException {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  static Optional<Reading> read(byte[] bytes) throws IOException {
    try (Content content = Content.open("input", new ByteArrayInputStream(bytes), Limits.DEFAULT)) {
      return ProfileReader.isProfile(content)
          ? EvidenceReader.of(ProfileReader.read(content, Limits.DEFAULT))
          : EvidenceReader.read(content);
    }
  }

  /** The one observation of a kind in a reading. */
  static <T> T only(Reading reading, Class<T> kind) {
    assertThat(reading.observations()).filteredOn(kind::isInstance).hasSize(1);
    return reading.observations().stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .findFirst()
        .orElseThrow();
  }
}

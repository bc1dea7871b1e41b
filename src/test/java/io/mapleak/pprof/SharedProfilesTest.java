package io.mapleak.pprof;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapleak.testing.TestData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All profiles of the shared data are read, and none of the other files is taken for one. */
final class SharedProfilesTest {
  @ParameterizedTest
  @ValueSource(strings = {"corpus", "servers", "real"})
  void profilesAreReadAndOtherFilesUnknown(String folder) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(TestData.shared(folder))) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    Map<Encoding, Integer> read = new EnumMap<>(Encoding.class);
    for (Path file : files) {
      String name = file.getFileName().toString();
      boolean text = name.equals("heap-last.txt");
      boolean proto = name.endsWith(".pb.gz") || name.endsWith(".crash") || name.endsWith(".pprof");
      boolean legacy =
          name.endsWith("bench.heap") || name.endsWith(".growth") || name.equals("java.heap");
      try {
        Decoded decoded = ProfileReader.read(file, Limits.DEFAULT);
        assertThat(proto || text || legacy).as("%s is read", file).isTrue();
        read.merge(decoded.encoding(), 1, Integer::sum);
        assertThat(decoded.memStats().isPresent()).as("MemStats of %s", file).isEqualTo(text);
      } catch (UnknownFormatException e) {
        assertThat(proto || text || legacy).as("%s is unknown", file).isFalse();
      }
    }
    assertThat(read).containsKey(Encoding.PROTO);
  }
}

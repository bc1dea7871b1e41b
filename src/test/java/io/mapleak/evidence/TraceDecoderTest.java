package io.mapleak.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mapleak.pprof.FormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Execution traces of programs/tracer.go, and the live heap that the same run printed. */
class TraceDecoderTest {
  private static byte[] plain(String release) throws IOException {
    byte[] packed = EvidenceFiles.bytes("trace/" + release + ".trace.gz");
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return in.readAllBytes();
    }
  }

  private static TraceHeap heap(byte[] bytes) throws IOException {
    return EvidenceFiles.only(EvidenceFiles.read(bytes).orElseThrow(), TraceHeap.class);
  }

  @ParameterizedTest
  @CsvSource({"go1.22, 22", "go1.23, 23", "go1.25, 25", "go1.26, 26", "go1.27, 26"})
  void liveHeapsAreThoseOfTheRuntimesMetrics(String release, int format) throws IOException {
    List<Double> live =
        EvidenceFiles.text("trace/" + release + ".live").lines().map(Double::valueOf).toList();
    Reading reading = EvidenceFiles.file("trace/" + release + ".trace.gz");
    assertThat(reading.kind()).isEqualTo("trace");
    assertThat(reading.notes()).isEmpty();
    TraceHeap heap = EvidenceFiles.only(reading, TraceHeap.class);
    assertThat(heap.goMinor()).isEqualTo(format);
    assertThat(heap.points()).extracting(HeapPoint::liveBytes).containsExactlyElementsOf(live);
    assertThat(heap.points())
        .isSortedAccordingTo((a, b) -> Double.compare(a.seconds(), b.seconds()));
    assertThat(heap.durationSeconds()).isBetween(1e-4, 10.0);
    assertThat(heap.peakBytes()).isGreaterThanOrEqualTo(live.get(live.size() - 1));
    // the clock was added in Go 1.25
    assertThat(heap.startNanos() > 1_790_000_000_000_000_000L).isEqualTo(format >= 25);
  }

  @Test
  void olderFormatsAreRefusedWithACure() {
    assertThatThrownBy(() -> EvidenceFiles.file("trace/go1.21.trace.gz"))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("Go 1.21")
        .hasMessageContaining("gctrace");
  }

  @Test
  void aNewerFormatIsReadAsFarAsKnown() throws IOException {
    byte[] bytes = plain("go1.27");
    bytes[5] = '3';
    Reading reading = EvidenceFiles.read(bytes).orElseThrow();
    assertThat(reading.notes()).singleElement().asString().contains("newer", "go 1.36");
  }

  @Test
  void aCutTraceIsReadUntilThere() throws IOException {
    byte[] bytes = plain("go1.26");
    TraceHeap whole = heap(bytes);
    Reading cut = EvidenceFiles.read(Arrays.copyOf(bytes, bytes.length - 1)).orElseThrow();
    assertThat(cut.notes()).singleElement().asString().startsWith("cut short at byte");
    assertThat(EvidenceFiles.only(cut, TraceHeap.class).points()).isEqualTo(whole.points());
    assertThatThrownBy(() -> EvidenceFiles.read(Arrays.copyOf(bytes, 20)))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("clock");
  }

  @Test
  void foreignBytesAfterTheHeaderAreDamage() throws IOException {
    byte[] bytes = Arrays.copyOf(plain("go1.26"), 64);
    Arrays.fill(bytes, 16, 64, (byte) 0x7e);
    assertThatThrownBy(() -> EvidenceFiles.read(bytes))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("at byte 16")
        .hasMessageContaining("damaged");
  }

  @Test
  void flippedBytesAreReadOrRefused() throws IOException {
    byte[] bytes = plain("go1.25");
    Random random = new Random(1);
    int refused = 0;
    for (int i = 0; i < 2000; i++) {
      byte[] damaged = bytes.clone();
      damaged[16 + random.nextInt(bytes.length - 16)] ^= (byte) (1 << random.nextInt(8));
      try {
        assertThat(EvidenceFiles.read(damaged)).isPresent();
      } catch (FormatException e) {
        refused++;
        assertThat(e).hasMessageContaining("record it again");
      }
    }
    assertThat(refused).isBetween(1, 1999);
  }
}

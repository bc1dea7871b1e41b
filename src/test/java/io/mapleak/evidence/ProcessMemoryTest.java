package io.mapleak.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mapleak.pprof.FormatException;
import io.mapleak.pprof.Limits;
import io.mapleak.pprof.MemStats;
import io.mapleak.pprof.ProfileReader;
import io.mapleak.testing.TestData;
import io.mapleak.unit.Interval;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** The memory of programs/resident.go, as Linux tells it. */
class ProcessMemoryTest {
  private static final long KIB = 1024;

  private static ProcessMemory memory(Reading reading) {
    return EvidenceFiles.only(reading, ProcessMemory.class);
  }

  private static MemStats stats(String release) throws IOException {
    return ProfileReader.read(
            TestData.file("evidence/process/" + release + "-heap.txt"), Limits.DEFAULT)
        .memStats()
        .orElseThrow();
  }

  private static SideEvidence side(Optional<MemStats> stats, Observation... observations) {
    return new SideEvidence(
        java.util.Arrays.stream(observations)
            .map(o -> new SideEvidence.Exhibit("input", o))
            .toList(),
        stats);
  }

  @Test
  void statusTellsResidentParts() throws IOException {
    ProcessMemory memory = memory(EvidenceFiles.file("process/go1.27-status"));
    assertThat(memory.rss()).isEqualTo(19832 * KIB);
    assertThat(memory.anonymous()).hasValue(17928 * KIB);
    assertThat(memory.file()).hasValue(1904 * KIB);
    assertThat(memory.go()).isEmpty();
  }

  @Test
  void smapsAreSummedUpAndAgreeWithTheirRollup() throws IOException {
    for (String release : List.of("go1.23", "go1.27")) {
      ProcessMemory maps = memory(EvidenceFiles.file("process/" + release + "-smaps"));
      ProcessMemory rollup = memory(EvidenceFiles.file("process/" + release + "-smaps_rollup"));
      // read one after the other by the running program itself
      assertThat(rollup.rss() - maps.rss()).isBetween(0L, 256 * KIB);
      assertThat(rollup.go()).isEmpty();
      assertThat(maps.anonymous().getAsLong()).isLessThan(maps.rss());
    }
  }

  @Test
  void theHeapIsKnownByItsAddressUpToGo125() throws IOException {
    ProcessMemory old = memory(EvidenceFiles.file("process/go1.23-smaps"));
    assertThat(old.go()).hasValue(16644 * KIB);
    assertThat(old.named()).isFalse();
    assertThat(memory(EvidenceFiles.file("process/go1.27-smaps")).go()).isEmpty();
  }

  @Test
  void namedMappingsAreGos() throws IOException {
    // runtime/set_vma_name_linux.go, on a kernel with CONFIG_ANON_VMA_NAME
    String smaps =
        """
        00400000-004e0000 r-xp 00000000 fe:00 10537087                           /srv/app/shop
        Rss:                 800 kB
        Anonymous:             0 kB
        1ba81b400000-1ba81b800000 rw-p 00000000 00:00 0                          [anon: Go: heap]
        Rss:                4096 kB
        Anonymous:          4096 kB
        7f0000000000-7f0000100000 rw-p 00000000 00:00 0
        Rss:                 100 kB
        Anonymous:           100 kB
        Swap:                 12 kB
        """;
    ProcessMemory memory = memory(EvidenceFiles.read(smaps).orElseThrow());
    assertThat(memory)
        .isEqualTo(
            new ProcessMemory(
                "smaps",
                4996 * KIB,
                OptionalLong.of(4196 * KIB),
                OptionalLong.of(800 * KIB),
                OptionalLong.of(12 * KIB),
                OptionalLong.of(4096 * KIB),
                true));
    assertThat(MemoryBreakdown.of(side(Optional.empty(), memory)).outsideGo())
        .isEqualTo(Interval.exactly(900 * KIB));
  }

  @Test
  void mapsWithoutSizesAndDeadProcessesAreFaults() {
    assertThatThrownBy(
            () -> EvidenceFiles.read("00400000-004e0000 r-xp 00000000 fe:00 1   /srv/app/shop\n"))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("/proc/PID/smaps");
    assertThatThrownBy(() -> EvidenceFiles.read("Name:\tshop\nState:\tZ (zombie)\nPid:\t7\n"))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("VmRSS");
  }

  @Test
  void memStatsTellThePartsAndTheSystemTheRest() throws IOException {
    ProcessMemory status = memory(EvidenceFiles.file("process/go1.27-status"));
    MemoryBreakdown parts = MemoryBreakdown.of(side(Optional.of(stats("go1.27")), status));
    assertThat(parts.heapInuse()).isEqualTo(Interval.exactly(8945664));
    // HeapIdle less HeapReleased
    assertThat(parts.heapIdle()).isEqualTo(Interval.exactly(11730944 - 3391488));
    assertThat(parts.stacks()).isEqualTo(Interval.exactly(294912));
    assertThat(parts.runtime())
        .isEqualTo(Interval.exactly(342720 + 16072 + 1443112 + 1935120 + 545608));
    // Sys less HeapReleased is more than the resident size, so nothing need be outside
    Interval outside = java.util.Objects.requireNonNull(parts.outsideGo());
    assertThat(outside.low()).isZero();
    assertThat(outside.high()).isEqualTo(19832.0 * KIB - 8495352 - 294912);
    assertThat(parts.total()).isEqualTo(19832.0 * KIB);
  }

  @Test
  void withoutMemStatsTheCollectorTellsTheHeap() throws IOException {
    Observation log = EvidenceFiles.file("gctrace/go1.27.log").observations().get(0);
    MemoryBreakdown parts = MemoryBreakdown.of(side(Optional.empty(), log));
    // gc 13: 3->3->2 MB, 3 MB goal, 0 MB stacks
    double mib = 1 << 20;
    assertThat(parts.heapInuse()).isEqualTo(new Interval(2 * mib, 2 * mib, 3 * mib));
    assertThat(parts.stacks()).isEqualTo(new Interval(0, 0, mib));
    assertThat(parts.heapIdle()).isNull();
    assertThat(parts.rss()).isEmpty();
    assertThat(parts.total()).isNull();
    assertThat(MemoryBreakdown.of(SideEvidence.NONE)).isEqualTo(MemoryBreakdown.UNKNOWN);
  }

  @Test
  void theMostDetailedSourceCounts() throws IOException {
    ProcessMemory smaps = memory(EvidenceFiles.file("process/go1.23-smaps"));
    ProcessMemory status = memory(EvidenceFiles.file("process/go1.23-status"));
    SideEvidence all = side(Optional.empty(), smaps, status, ProcessMemory.resident(1));
    assertThat(all.processMemory()).contains(smaps);
  }
}

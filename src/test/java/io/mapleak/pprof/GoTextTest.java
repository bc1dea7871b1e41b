package io.mapleak.pprof;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapleak.profile.Profile;
import io.mapleak.testing.TestData;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Go's debug=1 text, with the functions in its comments and runtime.MemStats at its end. */
final class GoTextTest {
  private static Decoded text() throws IOException {
    return ProfileReader.read(TestData.file("go1.26-batchindex/heap-last.txt"), Limits.DEFAULT);
  }

  @Test
  void hasTheStacksAndValuesOfTheProtoOfTheSameMoment() throws IOException {
    Profile proto =
        ProfileReader.read(TestData.file("go1.26-batchindex/heap-09.pb.gz"), Limits.DEFAULT)
            .profile();
    Map<String, Long> expected = spaceByStack(proto);
    Map<String, Long> found = spaceByStack(text().profile());

    // writing the proto allocates, and the text was written after it
    expected.keySet().removeIf(stack -> stack.contains("runtime/pprof"));
    found.keySet().removeIf(stack -> stack.contains("runtime/pprof"));
    assertThat(expected).hasSize(3);
    assertThat(found).isEqualTo(expected);
  }

  /** In-use bytes by block size and the functions and lines of a stack, leaf first. */
  private static Map<String, Long> spaceByStack(Profile profile) {
    Map<String, Long> space = new TreeMap<>();
    for (int sample = 0; sample < profile.samples().size(); sample++) {
      StringBuilder key = new StringBuilder();
      key.append(profile.labels().number(profile.labels().start(sample)));
      int stack = profile.samples().stack(sample);
      for (int i = profile.stacks().start(stack); i < profile.stacks().end(stack); i++) {
        int location = profile.stacks().locationAt(i);
        for (int line = profile.locations().lineStart(location);
            line < profile.locations().lineEnd(location);
            line++) {
          int function = profile.locations().function(line);
          key.append('\n').append(profile.functions().name(function));
          key.append(' ').append(profile.functions().file(function));
          key.append(':').append(profile.locations().line(line));
        }
      }
      if (profile.samples().value(sample, 3) > 0) {
        space.merge(key.toString(), profile.samples().value(sample, 3), Long::sum);
      }
    }
    return space;
  }

  @Test
  void memStatsAreKept() throws IOException {
    MemStats stats = text().memStats().orElseThrow();
    assertThat(stats.heapInuse()).hasValue(36413440);
    assertThat(stats.heapIdle()).hasValue(5201920);
    assertThat(stats.heapReleased()).hasValue(4251648);
    assertThat(stats.heapAlloc()).hasValue(30620240);
    assertThat(stats.stackInuse()).hasValue(327680);
    assertThat(stats.get("MSpanSys")).hasValue(97920);
    assertThat(stats.sys()).hasValue(46835992);
    assertThat(stats.maxRss()).hasValue(43479040);
    assertThat(stats.numGc()).hasValue(27);
    assertThat(stats.lastGc()).hasValue(1795222990263308172L);
    assertThat(stats.get("PauseNs")).isEmpty();
    assertThat(stats.gcCpuFraction()).isEqualTo(0.0068458689048317665);
    assertThat(stats.values().firstKey()).isEqualTo("Alloc");
  }

  @Test
  void notesSayWhatWasChanged() throws IOException {
    assertThat(text().notes())
        .containsExactly(
            "raw counts were scaled by the sampling rate of 524288 bytes",
            "frames without a name around the named ones were left out of 14 stacks");
  }

  @Test
  void framesAroundTheNamedOnesAreLeftOutAndThoseBetweenKept() {
    Profile profile =
        Reading.readText(
                """
                heap profile: 1: 16 [2: 32] @ heap/2
                1: 16 [2: 32] @ 0x11 0x21 0x31 0x41 0x51
                #\t0x20\tmain.put+0x10\t\tmain.go:12
                #\t0x40\tmain.main+0x4\tmain.go:5

                1: 16 [2: 32] @ 0x61
                """)
            .profile();
    assertThat(profile.stacks().depth(0)).isEqualTo(3);
    assertThat(profile.stacks().depth(1)).isEqualTo(1);
    assertThat(profile.functions().name(0)).isEqualTo("main.put");
    assertThat(profile.functions().file(0)).isEqualTo("main.go");
    assertThat(profile.locations().line(0)).isEqualTo(12);
    assertThat(profile.locations().address(profile.stacks().locationAt(0))).isEqualTo(0x20);
  }

  @Test
  void severalNamesOfOneAddressAreInlinedCalls() {
    Profile profile =
        Reading.readText(
                """
                heap profile: 1: 16 [2: 32] @ heap/2
                1: 16 [2: 32] @ 0x11 0x21
                #\t0x10\tmain.hash+0x0\ta.go:3
                #\t0x10\tmain.put+0x10\ta.go:9
                #\t0x20\tmain.main+0x1\ta.go:20
                1: 16 [2: 32] @ 0x11 0x21
                #\t0x10\tmain.hash+0x0\ta.go:3
                #\t0x10\tmain.put+0x10\ta.go:9
                #\t0x20\tmain.main+0x1\ta.go:20
                """)
            .profile();
    assertThat(profile.stacks().size()).isEqualTo(1);
    assertThat(profile.locations().size()).isEqualTo(2);
    assertThat(profile.locations().lineEnd(0) - profile.locations().lineStart(0)).isEqualTo(2);
    assertThat(profile.functions().name(profile.locations().function(0))).isEqualTo("main.hash");
    assertThat(profile.functions().name(profile.locations().function(1))).isEqualTo("main.put");
    assertThat(profile.locations().line(1)).isEqualTo(9);
  }

  @Test
  void aRecursiveCallHasOneLocation() {
    Profile profile =
        Reading.readText(
                """
                heap profile: 1: 16 [2: 32] @ heap/2
                1: 16 [2: 32] @ 0x11 0x11 0x21
                #\t0x10\tmain.walk+0x1\ta.go:3
                #\t0x10\tmain.walk+0x1\ta.go:3
                #\t0x20\tmain.main+0x1\ta.go:20
                """)
            .profile();
    assertThat(profile.stacks().depth(0)).isEqualTo(3);
    assertThat(profile.locations().lineCount()).isEqualTo(2);
  }
}

package io.mapleak.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapleak.pprof.Limits;
import io.mapleak.testing.TestData;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Recorded series of real Go processes: none may be cut, and two may never be joined. */
final class SharedSeriesTest {
  @Test
  void everyRecordedServerIsOneSeries() throws IOException {
    for (Path folder : servers()) {
      Series series = collect(folder.toString());

      assertThat(series.diagnostics()).as(folder.toString()).isEmpty();
      assertThat(series.snapshots().size()).as(folder.toString()).isGreaterThanOrEqualTo(10);
    }
  }

  @Test
  void countersAloneKeepProcessesOfOneBinaryApart() throws IOException {
    List<List<AllocCounters>> processes = new ArrayList<>();
    for (Path folder : servers().stream().filter(f -> f.toString().contains("nats")).toList()) {
      processes.add(
          collect(folder.toString()).snapshots().stream()
              .map(snapshot -> AllocCounters.of(snapshot.profile()))
              .toList());
    }
    assertThat(processes).hasSizeGreaterThan(3);
    for (List<AllocCounters> one : processes) {
      for (List<AllocCounters> other : processes) {
        for (int i = 0; i < one.size(); i++) {
          for (int j = one == other ? i : 0; j < other.size(); j++) {
            assertThat(one.get(i).to(other.get(j)).sameProcess()).isEqualTo(one == other);
          }
        }
      }
    }
  }

  private static List<Path> servers() throws IOException {
    try (Stream<Path> folders = Files.walk(TestData.shared("servers"), 2)) {
      return folders.filter(f -> Files.exists(f.resolve("truth.json"))).sorted().toList();
    }
  }

  private static Series collect(String folder) {
    return new InputCollector(Limits.DEFAULT, InputStream.nullInputStream(), Progress.NONE)
        .collect(List.of(folder));
  }
}

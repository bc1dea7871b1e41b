package io.mapleak.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapleak.finding.Severity;
import io.mapleak.pprof.Limits;
import io.mapleak.testing.TestData;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Floors over the labelled recordings: programs that leak in known ways, and real servers. */
final class CorpusTest {
  /** Smaller arrays are missed by the sampler too often to be asked for. */
  private static final long LEAST_ARRAY = 256 * 1024;

  /** Share of the large arrays whose line must be a site. */
  private static final double LEAST_RECALL = 0.95;

  @Test
  void programsOfTheCorpus() throws IOException {
    int arrays = 0;
    List<String> missed = new ArrayList<>();
    List<String> falseAlarms = new ArrayList<>();
    for (Path folder : cases("corpus")) {
      Truth truth = Truth.read(folder);
      AnalysisResult result = analyze(folder);
      Set<String> lines = new HashSet<>();
      result.sites().forEach(s -> lines.add(s.site().at().function() + ":" + s.site().at().line()));
      for (Map<?, ?> map : truth.maps()) {
        if (Truth.number(map.get("array_bytes")) >= LEAST_ARRAY) {
          arrays++;
          if (!lines.contains(line(map.get("site")))
              && !lines.contains(line(map.get("alloc_site")))) {
            missed.add(folder + " " + map.get("id"));
          }
        }
      }
      if (!truth.leaks()) {
        addFindings(falseAlarms, folder, result, Severity.HIGH);
      }
    }
    assertThat(arrays).isGreaterThan(100);
    assertThat(1 - missed.size() / (double) arrays)
        .as("share of %d arrays whose line is a site; missed: %s", arrays, missed)
        .isGreaterThanOrEqualTo(LEAST_RECALL);
    assertThat(falseAlarms).isEmpty();
  }

  @Test
  void steadyServersRaiseNoAlarm() throws IOException {
    int steady = 0;
    List<String> falseAlarms = new ArrayList<>();
    for (Path folder : cases("servers")) {
      if (Truth.read(folder).kind().equals("steady")) {
        steady++;
        addFindings(falseAlarms, folder, analyze(folder), Severity.MEDIUM);
      }
    }
    assertThat(steady).isGreaterThanOrEqualTo(15);
    assertThat(falseAlarms).isEmpty();
  }

  private static void addFindings(
      List<String> alarms, Path folder, AnalysisResult result, Severity least) {
    result.findings().stream()
        .filter(finding -> finding.severity().compareTo(least) >= 0)
        .forEach(
            finding ->
                alarms.add(
                    folder
                        + " "
                        + finding.pattern()
                        + " "
                        + finding.severity()
                        + " "
                        + finding.place()));
  }

  private static String line(@Nullable Object site) {
    Map<?, ?> place = Truth.map(site);
    return place.get("func") + ":" + Truth.number(place.get("line"));
  }

  private static List<Path> cases(String name) throws IOException {
    try (Stream<Path> folders = Files.walk(TestData.shared(name), 2)) {
      return folders.filter(f -> Files.exists(f.resolve("truth.json"))).sorted().toList();
    }
  }

  private static AnalysisResult analyze(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<String> heaps =
          files
              .filter(file -> file.getFileName().toString().matches("heap-\\d+\\.pb\\.gz"))
              .map(Path::toString)
              .sorted()
              .toList();
      Series series =
          new InputCollector(Limits.DEFAULT, InputStream.nullInputStream(), Progress.NONE)
              .collect(heaps);
      return Analyzer.analyze(series, AnalysisOptions.DEFAULT);
    }
  }
}

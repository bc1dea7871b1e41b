package io.mapleak.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapleak.evidence.SideEvidence;
import io.mapleak.pprof.Limits;
import io.mapleak.testing.TestData;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must be silent: a profile against itself, and a pair in reverse order. */
final class SharedPairsTest {
  private static final int EARLY = 2;
  private static final int LATE = 7;

  @ParameterizedTest
  @ValueSource(strings = {"corpus/1.23", "corpus/1.26", "servers/go1.23", "servers/go1.27"})
  void silentPairs(String release) throws IOException {
    int compared = 0;
    for (Path folder : folders(TestData.shared(release))) {
      Series series =
          new InputCollector(Limits.DEFAULT, InputStream.nullInputStream(), Progress.NONE)
              .collect(List.of(folder.toString()));
      if (series.snapshots().size() <= LATE) {
        continue;
      }
      compared++;
      Comparison same =
          Comparer.compare(only(series, LATE), only(series, LATE), AnalysisOptions.DEFAULT);
      assertThat(same.analysis().findings()).as(folder.toString()).isEmpty();
      assertThat(same.changes()).allMatch(c -> c.outcome() == SiteChange.Outcome.SAME);
      Comparison reversed =
          Comparer.compare(only(series, LATE), only(series, EARLY), AnalysisOptions.DEFAULT);
      assertThat(reversed.relation()).isEqualTo(Comparison.Relation.REVERSED);
      assertThat(reversed.analysis().findings())
          .as(folder.toString())
          .noneMatch(finding -> finding.facts().containsKey("bytes_grown"));
    }
    assertThat(compared).isGreaterThan(5);
  }

  private static Series only(Series series, int step) {
    return new Series(
        List.of(series.snapshots().get(step)), List.of(), List.of(), SideEvidence.NONE);
  }

  private static List<Path> folders(Path release) throws IOException {
    try (Stream<Path> all = Files.list(release)) {
      return all.filter(Files::isDirectory).sorted().toList();
    }
  }
}

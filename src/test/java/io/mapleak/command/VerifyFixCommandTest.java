package io.mapleak.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapleak.testing.TestData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerifyFixCommandTest extends CommandRun {
  private static final String GROWING = "testdata/go1.26-statsd";
  private static final String STEADY = "testdata/go1.26-statsd-steady";

  @TempDir private Path folder;

  /** The last profiles of a series, in a folder of their own. */
  private String last(Path series, int share) throws IOException {
    List<Path> heaps;
    try (Stream<Path> files = Files.list(series)) {
      heaps =
          files
              .filter(f -> f.toString().endsWith(".pb.gz"))
              .filter(f -> f.getFileName().toString().startsWith("heap-"))
              .sorted()
              .toList();
    }
    for (Path heap : heaps.subList(heaps.size() - share, heaps.size())) {
      Files.copy(heap, folder.resolve(heap.getFileName().toString()));
    }
    return folder.toString();
  }

  @Test
  void aSeriesThatIsAtRestIsFixed() {
    assertThat(run("verify-fix", GROWING, STEADY)).isEqualTo(ExitCode.OK);
    assertThat(out.toString()).startsWith("FIXED");
  }

  @Test
  void aSeriesAgainstItselfIsNot() {
    assertThat(run("verify-fix", "--format", "json", GROWING, GROWING))
        .isEqualTo(ExitCode.FINDINGS);
    assertThat(out.toString())
        .contains(
            "\"schema\": \"mapleak.verify-fix/1\"",
            "\"verdict\": \"not-fixed\"",
            "\"before_per_hour\"",
            "\"needed\": null");
  }

  @Test
  void itsSecondHalfIsNotEither() throws IOException {
    assertThat(run("verify-fix", GROWING, last(Path.of(GROWING), 5))).isEqualTo(ExitCode.FINDINGS);
  }

  @Test
  void twoSnapshotsCanNotTell() throws IOException {
    assertThat(run("verify-fix", GROWING, last(Path.of(GROWING), 2)))
        .isEqualTo(ExitCode.INCONCLUSIVE);
    assertThat(out.toString()).contains("needed: after the change 1 more profile: a rate needs 3");
  }

  @Test
  void nothingThatGrewCanNotBeFixed() {
    assertThat(run("verify-fix", STEADY, STEADY)).isEqualTo(ExitCode.INCONCLUSIVE);
  }

  @Test
  void anotherProgramTellsNothing() {
    assertThat(run("verify-fix", GROWING, "testdata/go1.23-miniredis"))
        .isEqualTo(ExitCode.INCONCLUSIVE);
    assertThat(out.toString())
        .startsWith("CAN'T TELL")
        .contains(
            "after     not known",
            "another program: it has nothing of that package",
            "the same program after the change: these are of statsd_exporter-go1.26.8 and of"
                + " miniredis-go1.23.5");
  }

  @Test
  void aFolderWithoutAProfileIsNotRead() {
    assertThat(run("verify-fix", GROWING, folder.toString())).isEqualTo(ExitCode.UNREADABLE);
  }

  @ParameterizedTest
  @CsvSource({ // a classic map, a Swiss map, and one of many; all pairs: scripts/check-verify-fix
    "go1.23/nats-subs-growing, go1.23/nats-subs-steady",
    "go1.26/statsd-users-growing, go1.26/statsd-users-steady",
    "go1.27/coredns-cache-growing, go1.27/coredns-cache-steady"
  })
  void realServers(String growing, String steady) throws IOException {
    Path before = TestData.shared("servers").resolve(growing);
    Path after = TestData.shared("servers").resolve(steady);
    assertThat(run("verify-fix", before.toString(), after.toString()))
        .as(() -> "steady: " + out)
        .isEqualTo(ExitCode.OK);
    assertThat(run("verify-fix", before.toString(), before.toString()))
        .as(() -> "itself: " + out)
        .isEqualTo(ExitCode.FINDINGS);
    assertThat(run("verify-fix", before.toString(), last(before, 5)))
        .as(() -> "second half: " + out)
        .isEqualTo(ExitCode.FINDINGS);
  }
}

package io.mapleak.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapleak.testing.TestData;
import org.junit.jupiter.api.Test;

final class DiffCommandTest extends CommandRun {
  private static final String EARLY = path("go1.26-statsd/heap-02.pb.gz");
  private static final String LATE = path("go1.26-statsd/heap-10.pb.gz");

  private static String path(String file) {
    return TestData.file(file).toString();
  }

  @Test
  void whatGrewStandsFirst() {
    run("diff", EARLY, LATE);
    assertThat(out.toString()).contains("the same process, later").contains("\ngrew    +");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void scriptsGetAnAnalysisWithTheDifference() {
    run("diff", "--format", "json", EARLY, LATE);
    assertThat(out.toString())
        .contains("\"schema\": \"mapleak.analysis/1\"")
        .contains("\"relation\": \"same-process\"")
        .contains("\"outcome\": \"grew\"");
  }

  @Test
  void aFileThatCantBeReadIsExitThree() {
    assertThat(run("diff", EARLY, path("no-such-file"))).isEqualTo(ExitCode.UNREADABLE);
    assertThat(err.toString()).contains("no-such-file");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void aFolderWithoutAHeapProfileIsToldWhatItHolds() {
    assertThat(run("diff", EARLY, path("evidence/gctrace"))).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("no heap profile in").contains("only gctrace");
  }
}

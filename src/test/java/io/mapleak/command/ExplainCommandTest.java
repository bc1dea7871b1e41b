package io.mapleak.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ExplainCommandTest extends CommandRun {
  @ParameterizedTest
  @ValueSource(strings = {"ML002", "ml002", "stale-buckets", "Stale-Buckets"})
  void aRuleIsNamedByIdOrPattern(String name) {
    assertThat(run("explain", name)).isZero();
    assertThat(out.toString()).startsWith("# ML002 stale-buckets\n").contains("## Remedy\n");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void severalPagesFollowEachOther() {
    assertThat(run("explain", "ML001", "ML011")).isZero();
    assertThat(out.toString()).contains("\n\n# ML011 concurrent-map-access\n");
  }

  @Test
  void anUnknownRuleIsToldWhatThereIs() {
    assertThat(run("explain", "ML001", "ML999")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("no rule 'ML999'").contains("ML008 stuck-evacuation");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void rulesListsAll() {
    assertThat(run("rules", "--format", "markdown")).isZero();
    assertThat(out.toString().lines()).hasSize(13);
  }
}

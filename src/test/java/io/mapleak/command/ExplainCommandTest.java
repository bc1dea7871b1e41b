package io.mapleak.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ExplainCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    Surroundings surroundings =
        new Surroundings(
            InputStream.nullInputStream(), false, false, StandardCharsets.UTF_8, Map.of());
    return Mapleak.run(
        surroundings, "test", new PrintWriter(out), new PrintWriter(err), List.of(args));
  }

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

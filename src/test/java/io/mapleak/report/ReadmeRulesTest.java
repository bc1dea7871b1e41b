package io.mapleak.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapleak.rule.RulePage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class ReadmeRulesTest {
  @Test
  void theReadmeListsTheRulesAsTheToolDoes() throws IOException {
    assertThat(Files.readString(Path.of("README.md"))).contains(RulePages.markdown(RulePage.all()));
  }
}

package io.mapleak.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapleak.rule.RulePage;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RulePagesTest {
  private static final RulePage PAGE =
      new RulePage("ML099", "odd-map", "It is odd.", "# ML099 odd-map\n\n```go\n# m\n```\n");

  @Test
  void withoutColoursAPageIsItsMarkdown() {
    assertThat(RulePages.page(PAGE, TextStyle.PLAIN)).isEqualTo(PAGE.text());
  }

  @Test
  void withColoursHeadingsAndCodeNeedNoMarks() {
    assertThat(RulePages.page(PAGE, new TextStyle(80, true, false)))
        .isEqualTo("\u001b[1mML099 odd-map\u001b[0m\n\n\u001b[36m# m\u001b[0m\n");
  }

  @Test
  void listTellsEachRule() {
    assertThat(RulePages.list(List.of(PAGE), TextStyle.PLAIN))
        .startsWith("ML099  odd-map\n       It is odd.\n");
    assertThat(RulePages.markdown(List.of(PAGE))).endsWith("| ML099 | odd-map | It is odd. |\n");
    assertThat(RulePages.json(List.of(PAGE))).contains("\"rule\": \"ML099\"");
  }
}

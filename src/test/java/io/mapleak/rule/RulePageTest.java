package io.mapleak.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class RulePageTest {
  private static final int COLUMNS = 80;

  static Stream<Rule> rules() {
    return Rules.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void aPageHasItsTitleItsSummaryAndAllSectionsInOrder(Rule rule) {
    RulePage page = RulePage.of(rule);
    List<String> lines = page.text().lines().toList();

    assertThat(lines.get(0)).isEqualTo("# " + rule.id() + " " + rule.pattern());
    assertThat(page.summary()).endsWith(".").startsWith(lines.get(2));
    assertThat(lines.stream().filter(line -> line.startsWith("## ")).map(line -> line.substring(3)))
        .containsExactlyElementsOf(RulePage.SECTIONS);
    assertThat(lines).allMatch(line -> line.length() <= COLUMNS);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void noSectionIsEmpty(Rule rule) {
    assertThat(RulePage.of(rule).text()).doesNotContainPattern("(?m)^## .*\\n+(##|\\z)");
  }
}

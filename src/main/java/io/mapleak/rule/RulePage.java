package io.mapleak.rule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a rule means, needs and can't see, in Markdown. The pages are the documentation of the rules
 * too.
 *
 * @param id of the rule, e.g. {@code ML001}
 * @param pattern the leak pattern
 * @param summary one sentence
 * @param text the whole page
 */
public record RulePage(String id, String pattern, String summary, String text) {
  /** The sections of each page, in order. */
  public static final List<String> SECTIONS =
      List.of(
          "What happens",
          "What it needs",
          "How sure",
          "What refutes it",
          "What it can't see",
          "Remedy",
          "Next capture",
          "Sources");

  /** The page of a rule. */
  public static RulePage of(Rule rule) {
    String text = read("page/" + rule.id() + ".md");
    String summary =
        text.lines().skip(2).takeWhile(line -> !line.isEmpty()).collect(Collectors.joining(" "));
    return new RulePage(rule.id(), rule.pattern(), summary, text);
  }

  /** The pages of all rules, in the order of their ids. */
  public static List<RulePage> all() {
    return Rules.ALL.stream().map(RulePage::of).toList();
  }

  private static String read(String name) {
    try (InputStream in = RulePage.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no page " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

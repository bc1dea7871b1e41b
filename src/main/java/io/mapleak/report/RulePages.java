package io.mapleak.report;

import io.mapleak.report.TextStyle.Ink;
import io.mapleak.rule.RulePage;
import java.util.List;

/** The pages of rules for a terminal, for scripts and for documents. */
public final class RulePages {
  /** Columns from a rule's id to its summary. */
  private static final int HANG = 7;

  private static final String FENCE = "```";

  private RulePages() {}

  /** A whole page: its Markdown; with colours, headings and code are set off by them instead. */
  public static String page(RulePage page, TextStyle style) {
    if (!style.color()) {
      return page.text();
    }
    StringBuilder text = new StringBuilder();
    boolean code = false;
    for (String line : page.text().lines().toList()) {
      if (line.startsWith(FENCE)) {
        code = !code;
        continue;
      }
      boolean heading = !code && line.startsWith("#");
      Ink ink = heading ? Ink.BOLD : code ? Ink.CYAN : Ink.NONE;
      text.append(style.paint(ink, heading ? line.replaceFirst("^#+ ", "") : line)).append('\n');
    }
    return text.toString();
  }

  /** The list of rules for people. */
  public static String list(List<RulePage> pages, TextStyle style) {
    TextLines lines = new TextLines(style);
    for (RulePage page : pages) {
      lines.labelled(0, HANG, Ink.BOLD, page.id(), page.pattern());
      lines.wrapped(HANG, page.summary());
    }
    lines.blank();
    lines.wrapped(0, "mapleak explain RULE tells what a rule needs, what proves it and what to do");
    return lines.text();
  }

  /** The rules with their pages as JSON, schema {@code mapleak.rules/1}. */
  public static String json(List<RulePage> pages) {
    return JsonOutput.document(
        json ->
            json.text("schema", "mapleak.rules/1")
                .objects(
                    "rules",
                    pages,
                    page ->
                        json.text("rule", page.id())
                            .text("pattern", page.pattern())
                            .text("summary", page.summary())
                            .text("page", page.text())));
  }

  /** The list as a table in Markdown. */
  public static String markdown(List<RulePage> pages) {
    StringBuilder text = new StringBuilder("| rule | pattern | what it means |\n|---|---|---|\n");
    for (RulePage page : pages) {
      text.append("| %s | %s | %s |\n".formatted(page.id(), page.pattern(), page.summary()));
    }
    return text.toString();
  }
}

package io.mapleak.command;

import io.mapleak.report.RulePages;
import io.mapleak.rule.RulePage;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mapleak rules}: what is looked for. */
@Command(
    name = "rules",
    description = "Lists the leak patterns that are looked for.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class RulesCommand implements Callable<Integer> {
  /** Formats of the list. */
  enum Format {
    TEXT,
    JSON,
    MARKDOWN
  }

  private final Surroundings surroundings;

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--format", description = "text, json or markdown (default: text).")
  private Format format = Format.TEXT;

  /** A command for one run. */
  public RulesCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (spec == null) {
      throw new IllegalStateException("not part of a command line");
    }
    List<RulePage> pages = RulePage.all();
    String list =
        switch (format) {
          case TEXT -> RulePages.list(pages, surroundings.style(Surroundings.Color.AUTO));
          case JSON -> RulePages.json(pages);
          case MARKDOWN -> RulePages.markdown(pages);
        };
    spec.commandLine().getOut().print(list);
    return ExitCode.OK;
  }
}

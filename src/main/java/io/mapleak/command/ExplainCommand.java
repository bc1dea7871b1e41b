package io.mapleak.command;

import io.mapleak.report.RulePages;
import io.mapleak.report.TextStyle;
import io.mapleak.rule.RulePage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mapleak explain RULE}: what a rule means, needs and can't see. */
@Command(
    name = "explain",
    description = "Tells what a rule means, needs and can't see, and what to do about it.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class ExplainCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "RULE",
      arity = "1..*",
      description = "A rule's id (ML001) or pattern (grow-never-delete); mapleak rules lists them.")
  private List<String> names = new ArrayList<>();

  /** A command for one run. */
  public ExplainCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (spec == null) {
      throw new IllegalStateException("not part of a command line");
    }
    List<RulePage> pages = new ArrayList<>();
    for (String name : names) {
      pages.add(page(name, spec));
    }
    TextStyle style = surroundings.style(Surroundings.Color.AUTO);
    spec.commandLine()
        .getOut()
        .print(
            pages.stream()
                .map(page -> RulePages.page(page, style))
                .collect(Collectors.joining("\n")));
    return ExitCode.OK;
  }

  private static RulePage page(String name, CommandSpec spec) {
    List<RulePage> all = RulePage.all();
    for (RulePage page : all) {
      if (page.id().equalsIgnoreCase(name) || page.pattern().equalsIgnoreCase(name)) {
        return page;
      }
    }
    String rules =
        all.stream()
            .map(page -> page.id() + " " + page.pattern())
            .collect(Collectors.joining(", "));
    throw new ParameterException(
        spec.commandLine(), "there is no rule '" + name + "'; there is " + rules);
  }
}

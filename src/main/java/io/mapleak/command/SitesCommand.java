package io.mapleak.command;

import io.mapleak.analysis.AnalysisResult;
import io.mapleak.analysis.JudgedSite;
import io.mapleak.report.SitesReport;
import io.mapleak.report.SitesText;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code mapleak sites}: only the map sites. */
@Command(
    name = "sites",
    description = "Lists the lines of code that are maps, with sizes and entries.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class SitesCommand implements Callable<Integer> {
  /** Formats of the table. */
  enum Format {
    TEXT,
    JSON,
    CSV,
    MARKDOWN
  }

  private final Surroundings surroundings;

  @Spec private @Nullable CommandSpec spec;

  @Mixin private AnalysisInputs inputs = new AnalysisInputs();

  @Option(names = "--format", description = "text, json, csv or markdown (default: text).")
  private Format format = Format.TEXT;

  @Option(names = "--why", description = "Tell every reason why a line is taken for a map.")
  private boolean why;

  @Option(
      names = "--site",
      paramLabel = "SITE",
      description = "Only this site: its id, FUNC:LINE, FILE:LINE, or a function's name.")
  private @Nullable String site;

  /** A command for one run. */
  public SitesCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (spec == null) {
      throw new IllegalStateException("not part of a command line");
    }
    AnalysisResult result = chosen(inputs.analyze(surroundings), spec.commandLine());
    PrintWriter out = spec.commandLine().getOut();
    out.print(
        switch (format) {
          case TEXT ->
              AnalysisInputs.nothingRead(result)
                  ? ""
                  : SitesText.of(result, surroundings.style(inputs.color()), why);
          case JSON -> SitesReport.json(result);
          case CSV -> SitesReport.csv(result);
          case MARKDOWN -> SitesReport.markdown(result);
        });
    out.flush();
    if (format != Format.TEXT || AnalysisInputs.nothingRead(result)) {
      inputs.tellFailures(result);
    }
    return AnalysisInputs.anyFailed(result) ? ExitCode.UNREADABLE : ExitCode.OK;
  }

  private AnalysisResult chosen(AnalysisResult result, CommandLine commandLine) {
    if (site == null || AnalysisInputs.nothingRead(result)) {
      return result;
    }
    List<JudgedSite> matching = SiteNames.matching(result.sites(), site);
    if (matching.isEmpty()) {
      throw new ParameterException(
          commandLine, "--site " + site + ": no map site of the newest profile: sites lists them");
    }
    return result.only(matching);
  }
}

package io.mapleak.command;

import io.mapleak.analysis.AnalysisResult;
import io.mapleak.report.SitesReport;
import io.mapleak.report.SitesText;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

  /** A command for one run. */
  public SitesCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    AnalysisResult result = inputs.analyze(surroundings);
    if (spec == null) {
      throw new IllegalStateException("not part of a command line");
    }
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
}

package io.mapleak.command;

import io.mapleak.view.NoMatchException;
import io.mapleak.view.ReportOptions;
import io.mapleak.view.Selection;
import io.mapleak.view.TreeText;
import java.io.IOException;
import picocli.CommandLine.Command;

/** {@code mapleak peek}: callers and callees of some functions. */
@Command(
    name = "peek",
    description = "Shows callers and callees of the functions that match, as pprof's peek does.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class PeekCommand extends FunctionView {
  /** A command for one run. */
  public PeekCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void show(Selection selection, ReportOptions options, ViewWriter out)
      throws IOException, NoMatchException {
    out.write(TreeText.peek(selection, options, LocalZone.of(surroundings()), functions()));
  }
}

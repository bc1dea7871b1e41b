package io.mapleak.command;

import io.mapleak.view.DotText;
import io.mapleak.view.ReportOptions;
import io.mapleak.view.Selection;
import java.io.IOException;
import picocli.CommandLine.Command;

/** {@code mapleak dot}: the graph for Graphviz. */
@Command(
    name = "dot",
    description = "Prints the graph of calls in Graphviz's language, as pprof's dot does.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class DotCommand extends ProfileView {
  /** A command for one run. */
  public DotCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void show(Selection selection, ReportOptions options, ViewWriter out) throws IOException {
    out.write(DotText.of(selection, options, LocalZone.of(surroundings())));
  }
}

package io.mapleak.command;

import io.mapleak.view.ListText;
import io.mapleak.view.NoMatchException;
import io.mapleak.view.ReportOptions;
import io.mapleak.view.Selection;
import java.io.IOException;
import picocli.CommandLine.Command;

/** {@code mapleak list}: source code with what its lines allocate. */
@Command(
    name = "list",
    description = "Shows the source of the functions that match, as pprof's list does.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class ListCommand extends FunctionView {
  /** A command for one run. */
  public ListCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void show(Selection selection, ReportOptions options, ViewWriter out)
      throws IOException, NoMatchException {
    SourceFolders sources = new SourceFolders(options.paths());
    out.write(ListText.of(selection, options, functions(), sources));
  }
}

package io.mapleak.command;

import io.mapleak.view.NoMatchException;
import io.mapleak.view.ReportOptions;
import io.mapleak.view.Selection;
import io.mapleak.view.TreeTable;
import io.mapleak.view.TreeText;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code mapleak peek}: callers and callees of some functions. */
@Command(
    name = "peek",
    description = "Shows callers and callees of the functions that match, as pprof's peek does.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class PeekCommand extends FunctionView {
  @Mixin private TableFormat format = new TableFormat();

  /** A command for one run. */
  public PeekCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void show(Selection selection, ReportOptions options, ViewWriter out)
      throws IOException, NoMatchException {
    out.write(
        format.isText()
            ? TreeText.peek(selection, options, LocalZone.of(surroundings()), functions())
            : format.of(TreeTable.peek(selection, options, functions())));
  }
}

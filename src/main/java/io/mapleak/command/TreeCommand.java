package io.mapleak.command;

import io.mapleak.view.ReportOptions;
import io.mapleak.view.Selection;
import io.mapleak.view.TreeTable;
import io.mapleak.view.TreeText;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code mapleak tree}: callers and callees of every function. */
@Command(
    name = "tree",
    description = "Shows callers and callees of every function, as pprof's tree does.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class TreeCommand extends ProfileView {
  @Mixin private TableFormat format = new TableFormat();

  /** A command for one run. */
  public TreeCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void show(Selection selection, ReportOptions options, ViewWriter out) throws IOException {
    out.write(
        format.isText()
            ? TreeText.of(selection, options, LocalZone.of(surroundings()))
            : format.of(TreeTable.of(selection, options)));
  }
}

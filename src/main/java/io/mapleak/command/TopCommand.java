package io.mapleak.command;

import io.mapleak.view.ReportOptions;
import io.mapleak.view.Selection;
import io.mapleak.view.TopTable;
import io.mapleak.view.TopText;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code mapleak top}: the flat/cum table. */
@Command(
    name = "top",
    description = "Shows what allocates most, by function, as pprof's top does.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class TopCommand extends ProfileView {
  @Mixin private TableFormat format = new TableFormat();

  /** A command for one run. */
  public TopCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  int usualNodes() {
    return 0;
  }

  @Override
  void show(Selection selection, ReportOptions options, ViewWriter out) throws IOException {
    TopTable table = TopTable.of(selection, options);
    out.write(
        format.isText()
            ? TopText.of(table, LocalZone.of(surroundings()))
            : format.of(table.table()));
  }
}

package io.mapleak.command;

import io.mapleak.view.RawText;
import io.mapleak.view.ReportOptions;
import io.mapleak.view.Selection;
import java.io.IOException;
import picocli.CommandLine.Command;

/** {@code mapleak raw}: everything in a profile as text. */
@Command(
    name = "raw",
    description = "Prints a whole profile as text, as pprof's raw does.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class RawCommand extends ProfileView {
  /** A command for one run. */
  public RawCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void show(Selection selection, ReportOptions options, ViewWriter out) throws IOException {
    RawText.write(selection.as(options), out, LocalZone.of(surroundings()));
  }
}

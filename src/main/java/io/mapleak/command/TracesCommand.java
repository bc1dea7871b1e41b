package io.mapleak.command;

import io.mapleak.view.ReportOptions;
import io.mapleak.view.Selection;
import io.mapleak.view.TracesText;
import java.io.IOException;
import picocli.CommandLine.Command;

/** {@code mapleak traces}: every sample. */
@Command(
    name = "traces",
    description = "Prints every sample with its labels and stack, as pprof's traces does.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class TracesCommand extends ProfileView {
  /** A command for one run. */
  public TracesCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void show(Selection selection, ReportOptions options, ViewWriter out) throws IOException {
    TracesText.write(selection, options, LocalZone.of(surroundings()), out);
  }
}

package io.mapleak.command;

import io.mapleak.view.CallgrindText;
import io.mapleak.view.ReportOptions;
import io.mapleak.view.Selection;
import java.io.IOException;
import picocli.CommandLine.Command;

/** {@code mapleak callgrind}: the graph for KCachegrind. */
@Command(
    name = "callgrind",
    description = "Prints the graph of calls in callgrind's format, as pprof's callgrind does.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class CallgrindCommand extends ProfileView {
  /** A command for one run. */
  public CallgrindCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void show(Selection selection, ReportOptions options, ViewWriter out) throws IOException {
    out.write(CallgrindText.of(selection, options));
  }
}

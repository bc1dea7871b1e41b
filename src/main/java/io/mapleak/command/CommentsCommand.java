package io.mapleak.command;

import io.mapleak.view.ReportOptions;
import io.mapleak.view.Selection;
import java.io.IOException;
import picocli.CommandLine.Command;

/** {@code mapleak comments}: the comments of a profile. */
@Command(
    name = "comments",
    description = "Prints the comments in a profile, as pprof's comments does.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class CommentsCommand extends ProfileView {
  /** A command for one run. */
  public CommentsCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void show(Selection selection, ReportOptions options, ViewWriter out) throws IOException {
    for (String comment : selection.profile().header().comments()) {
      out.write(comment + "\n");
    }
  }
}

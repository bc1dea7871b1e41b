package io.mapleak.command;

import io.mapleak.view.ReportOptions;
import io.mapleak.view.Selection;
import io.mapleak.view.TagsText;
import java.io.IOException;
import picocli.CommandLine.Command;

/** {@code mapleak tags}: values by label. */
@Command(
    name = "tags",
    description = "Shows values by label, e.g. by block size, as pprof's tags does.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class TagsCommand extends ProfileView {
  /** A command for one run. */
  public TagsCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void show(Selection selection, ReportOptions options, ViewWriter out) throws IOException {
    out.write(TagsText.of(selection, options));
  }
}

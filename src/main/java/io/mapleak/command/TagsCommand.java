package io.mapleak.command;

import io.mapleak.view.ReportOptions;
import io.mapleak.view.Selection;
import io.mapleak.view.TagsText;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code mapleak tags}: values by label. */
@Command(
    name = "tags",
    description = "Shows values by label, e.g. by block size, as pprof's tags does.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class TagsCommand extends ProfileView {
  @Mixin private TableFormat format = new TableFormat();

  /** A command for one run. */
  public TagsCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void show(Selection selection, ReportOptions options, ViewWriter out) throws IOException {
    out.write(
        format.isText()
            ? TagsText.of(selection, options)
            : format.of(TagsText.table(selection, options)));
  }
}

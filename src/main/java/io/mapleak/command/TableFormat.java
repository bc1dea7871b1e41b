package io.mapleak.command;

import io.mapleak.report.TableReport;
import io.mapleak.view.Table;
import picocli.CommandLine.Option;

/** The option that says how a table is written. */
final class TableFormat {
  /** Formats of a table. */
  enum Format {
    TEXT,
    JSON,
    CSV,
    MARKDOWN
  }

  @Option(
      names = {"-format", "--format"},
      description = "text, json, csv or markdown (default: text).")
  private Format format = Format.TEXT;

  boolean isText() {
    return format == Format.TEXT;
  }

  /** A table in a format other than text. */
  String of(Table table) {
    return switch (format) {
      case JSON -> TableReport.json(table);
      case CSV -> TableReport.csv(table);
      case MARKDOWN -> TableReport.markdown(table);
      case TEXT -> throw new IllegalStateException("the command has a text of its own");
    };
  }
}

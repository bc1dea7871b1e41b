package io.mapleak.pprof;

import org.jspecify.annotations.Nullable;

/**
 * The messages of google/pprof's profile.proto and the names of their fields, which are numbered
 * from 1.
 */
final class Message {
  static final Message PROFILE =
      new Message(
          "profile",
          "sample_type",
          "sample",
          "mapping",
          "location",
          "function",
          "string_table",
          "drop_frames",
          "keep_frames",
          "time_nanos",
          "duration_nanos",
          "period_type",
          "period",
          "comment",
          "default_sample_type",
          "doc_url");
  static final Message SAMPLE_TYPE = new Message("sample_type", "type", "unit");
  static final Message PERIOD_TYPE = new Message("period_type", "type", "unit");
  static final Message SAMPLE = new Message("sample", "location_id", "value", "label");
  static final Message LABEL = new Message("label", "key", "str", "num", "num_unit");
  static final Message MAPPING =
      new Message(
          "mapping",
          "id",
          "memory_start",
          "memory_limit",
          "file_offset",
          "filename",
          "build_id",
          "has_functions",
          "has_filenames",
          "has_line_numbers",
          "has_inline_frames");
  static final Message LOCATION =
      new Message("location", "id", "mapping_id", "address", "line", "is_folded");
  static final Message LINE = new Message("line", "function_id", "line", "column");
  static final Message FUNCTION =
      new Message("function", "id", "name", "system_name", "filename", "start_line");

  private final String title;
  private final String[] fields;

  private Message(String title, String... fields) {
    this.title = title;
    this.fields = fields;
  }

  /** Name of the field that holds such messages. */
  String title() {
    return title;
  }

  /** Name of a field, or null when the message has none of this number. */
  @Nullable String field(int number) {
    return number >= 1 && number <= fields.length ? fields[number - 1] : null;
  }
}

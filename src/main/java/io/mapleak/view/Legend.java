package io.mapleak.view;

import io.mapleak.profile.Header;
import io.mapleak.profile.MappingTable;
import io.mapleak.profile.Profile;
import io.mapleak.unit.GoTime;
import io.mapleak.unit.Measurement;
import java.time.ZoneId;

/** The lines above a report (internal/report/report.go: ProfileLabels and reportLabels). */
final class Legend {
  private static final String NANOSECONDS = "nanoseconds";

  private Legend() {}

  /** What the profile says of itself, and what is shown of it. */
  static void write(
      StringBuilder text, Profile profile, TopTable table, boolean compact, ZoneId zone) {
    if (!compact) {
      writeProfile(text, profile, table, zone);
    }
    long shown = table.shown();
    text.append("Showing nodes accounting for ").append(table.label(shown)).append(", ");
    text.append(Measurement.percentage(shown, table.total()).trim());
    text.append(" of ").append(table.label(table.total())).append(" total\n");
    if (table.total() == 0) {
      return;
    }
    int dropped = table.dropped();
    if (dropped > 0) {
      text.append("Dropped ").append(dropped).append(dropped > 1 ? " nodes" : " node");
      text.append(" (cum <= ").append(table.label(table.cutoff())).append(")\n");
    }
    int rows = table.rows().size();
    if (rows > 0 && rows < table.candidates()) {
      text.append("Showing top ").append(rows);
      text.append(" nodes out of ").append(table.candidates()).append('\n');
    }
  }

  private static void writeProfile(
      StringBuilder text, Profile profile, TopTable table, ZoneId zone) {
    Header header = profile.header();
    MappingTable mappings = profile.mappings();
    if (mappings.size() > 0) {
      if (!mappings.file(0).isEmpty()) {
        text.append("File: ").append(GoPath.base(mappings.file(0))).append('\n');
      }
      if (!mappings.buildId(0).isEmpty()) {
        text.append("Build ID: ").append(mappings.buildId(0)).append('\n');
      }
    }
    for (String comment : header.comments()) {
      if (!comment.startsWith("#")) {
        text.append(comment).append('\n');
      }
    }
    if (!table.type().type().isEmpty()) {
      text.append("Type: ").append(table.type().type()).append('\n');
    }
    if (!header.docUrl().isEmpty()) {
      text.append("Doc: ").append(header.docUrl()).append('\n');
    }
    if (header.timeNanos() != 0) {
      text.append("Time: ").append(GoTime.seconds(header.timeNanos(), zone)).append('\n');
    }
    if (header.durationNanos() != 0) {
      writeDuration(text, header.durationNanos(), table);
    }
  }

  /** How much of the time was sampled is only said where samples are times. */
  private static void writeDuration(StringBuilder text, long nanos, TopTable table) {
    text.append("Duration: ").append(Measurement.label(nanos, NANOSECONDS, Measurement.AUTO));
    text.append(", Total samples = ").append(table.label(table.total())).append(' ');
    Measurement sampled = Measurement.scale(table.total(), table.type().unit(), NANOSECONDS);
    if (sampled.unit().equals("ns") && sampled.value() != 0) {
      text.append('(').append(Measurement.percentage((long) sampled.value(), nanos)).append(')');
    }
    text.append('\n');
  }
}

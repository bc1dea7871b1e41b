package io.mapleak.view;

import io.mapleak.profile.Header;
import io.mapleak.profile.MappingTable;
import io.mapleak.profile.Profile;
import io.mapleak.profile.ValueType;
import io.mapleak.unit.GoTime;
import io.mapleak.unit.Measurement;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The lines above a report (internal/report/report.go: ProfileLabels and reportLabels). */
final class Legend {
  private static final String NANOSECONDS = "nanoseconds";

  private Legend() {}

  /** What the profile says of itself, which filters are active and what is shown. */
  static List<String> of(
      Selection selection, ReportOptions options, Trimmed trimmed, Amounts amounts, ZoneId zone) {
    List<String> lines = new ArrayList<>();
    if (!options.compactLabels()) {
      lines.addAll(ofProfile(selection, amounts, zone));
    }
    lines.addAll(ofReport(selection, options, trimmed, amounts, 0));
    return lines;
  }

  /** Which filters are active and what is shown. */
  static List<String> ofReport(
      Selection selection,
      ReportOptions options,
      Trimmed trimmed,
      Amounts amounts,
      int droppedEdges) {
    List<String> lines = new ArrayList<>();
    if (!selection.filters().isEmpty()) {
      lines.add("Active filters:");
      selection.filters().forEach(filter -> lines.add("   " + filter));
    }
    long total = amounts.total();
    long shown = 0;
    for (Rank row : trimmed.shown()) {
      shown += row.flat();
    }
    lines.add(
        "Showing nodes accounting for "
            + amounts.label(shown)
            + ", "
            + amounts.share(shown).trim()
            + " of "
            + amounts.label(total)
            + " total");
    if (total != 0) {
      if (trimmed.dropped() > 0) {
        lines.add(dropped(trimmed.dropped(), "node", "cum", options.nodeFraction(), amounts));
      }
      if (droppedEdges > 0) {
        lines.add(dropped(droppedEdges, "edge", "freq", options.edgeFraction(), amounts));
      }
      int rows = trimmed.shown().size();
      if (rows > 0 && rows < trimmed.candidates()) {
        lines.add("Showing top " + rows + " nodes out of " + trimmed.candidates());
      }
    }
    return lines;
  }

  private static String dropped(
      int count, String what, String value, double fraction, Amounts amounts) {
    long cutoff = Math.abs(GoLong.cut(amounts.total() * fraction));
    String plural = count > 1 ? "s" : "";
    return "Dropped "
        + count
        + " "
        + what
        + plural
        + " ("
        + value
        + " <= "
        + amounts.label(cutoff)
        + ")";
  }

  /** What the profile says of itself. */
  static List<String> ofProfile(Selection selection, Amounts amounts, ZoneId zone) {
    Profile profile = selection.profile();
    Header header = profile.header();
    MappingTable mappings = profile.mappings();
    List<String> lines = new ArrayList<>();
    if (mappings.size() > 0) {
      add(lines, "File: ", mappings.file(0).isEmpty() ? "" : GoPath.base(mappings.file(0)));
      add(lines, "Build ID: ", mappings.buildId(0));
    }
    for (String comment : header.comments()) {
      if (!comment.startsWith("#")) {
        lines.add(comment);
      }
    }
    ValueType type = selection.valueType();
    add(lines, "Type: ", type.type());
    add(lines, "Doc: ", header.docUrl());
    if (header.timeNanos() != 0) {
      lines.add("Time: " + GoTime.seconds(header.timeNanos(), zone));
    }
    if (header.durationNanos() != 0) {
      lines.add(duration(header.durationNanos(), type, amounts));
    }
    return lines;
  }

  private static void add(List<String> lines, String title, String value) {
    if (!value.isEmpty()) {
      lines.add(title + value);
    }
  }

  /** How much of the time was sampled is only said where samples are times. */
  private static String duration(long nanos, ValueType type, Amounts amounts) {
    String text =
        "Duration: "
            + Measurement.label(nanos, NANOSECONDS, Measurement.AUTO)
            + ", Total samples = "
            + amounts.label(amounts.total())
            + ' ';
    Measurement sampled = Measurement.scale(amounts.total(), type.unit(), NANOSECONDS);
    return sampled.unit().equals("ns") && sampled.value() != 0
        ? text + '(' + Measurement.percentage(GoLong.cut(sampled.value()), nanos) + ')'
        : text;
  }
}

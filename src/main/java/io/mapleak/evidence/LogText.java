package io.mapleak.evidence;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a text that may be a log of several things at once: the standard error of a Go process has
 * gctrace lines, panics and whatever the service logs. One pass, memory bounded by the collectors.
 */
final class LogText {
  private LogText() {}

  /** What the log says; empty when no line is of a known kind. */
  static Optional<Reading> read(LogLines lines) throws IOException {
    CrashLines crashLines = new CrashLines();
    GcTraceLines gcLines = new GcTraceLines();
    OomKillLines killLines = new OomKillLines();
    EscapeLines escapeLines = new EscapeLines();
    while (lines.next()) {
      String text = LogPrefix.strip(lines.text());
      if (gcLines.take(text) || crashLines.take(text, lines.number())) {
        continue;
      }
      if (!killLines.take(text, lines.number())) {
        escapeLines.take(text);
      }
    }
    List<String> kinds = new ArrayList<>();
    List<Observation> found = new ArrayList<>();
    found.addAll(crashLines.crashes());
    found.addAll(killLines.kills());
    if (!found.isEmpty()) {
      kinds.add("crash");
    }
    if (crashLines.dump().total() > 0) {
      kinds.add("goroutine");
      found.add(crashLines.dump().snapshot(GoroutineSnapshot.Form.STACKS, 0));
    }
    if (gcLines.any()) {
      kinds.add("gctrace");
      gcLines.log().ifPresent(found::add);
    }
    escapeLines
        .facts()
        .ifPresent(
            facts -> {
              kinds.add("compiler-output");
              found.add(facts);
            });
    return kinds.isEmpty()
        ? Optional.empty()
        : Optional.of(new Reading(kinds.get(0), found, gcLines.notes()));
  }
}

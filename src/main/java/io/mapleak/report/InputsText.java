package io.mapleak.report;

import io.mapleak.analysis.AnalysisResult;
import io.mapleak.analysis.Diagnostic;
import io.mapleak.analysis.InputReport;
import io.mapleak.analysis.InputReport.Status;
import io.mapleak.report.TextStyle.Ink;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The end of a report in text: inputs that were no step of the series, and what was noticed. */
final class InputsText {
  /** Names listed at most for one reason; the others are counted. */
  private static final int NAMES = 2;

  private static final int HANG = 9;

  private final TextLines lines;
  private final AnalysisResult result;

  InputsText(TextLines lines, AnalysisResult result) {
    this.lines = lines;
    this.result = result;
  }

  void write() {
    for (InputReport input : result.inputs()) {
      if (input.status() == Status.FAILED) {
        lines.labelled(0, HANG, Ink.RED, "FAILED", input.path() + ": " + input.message());
      }
    }
    for (Diagnostic diagnostic : result.diagnostics()) {
      lines.labelled(
          0, HANG, Ink.YELLOW, "note", diagnostic.message() + " [" + diagnostic.code() + "]");
    }
    group(Status.OK, "besides");
    group(Status.SKIPPED, "skipped");
  }

  /** Inputs with the same kind and message in one line. */
  private void group(Status status, String label) {
    Map<String, List<String>> groups = new TreeMap<>();
    for (InputReport input : result.inputs()) {
      if (input.status() == status && !input.message().isEmpty()) {
        groups
            .computeIfAbsent(input.kind() + ": " + input.message(), key -> new ArrayList<>())
            .add(Places.fileName(input.path()));
      }
    }
    groups.forEach(
        (reason, names) ->
            lines.labelled(0, HANG, Ink.DIM, label, names(names) + " (" + reason + ")"));
  }

  private static String names(List<String> names) {
    String first = String.join(", ", names.subList(0, Math.min(NAMES, names.size())));
    return names.size() <= NAMES ? first : first + " and " + (names.size() - NAMES) + " more";
  }
}

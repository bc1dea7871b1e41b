package io.mapleak.report;

import io.mapleak.analysis.AnalysisResult;
import io.mapleak.analysis.Diagnostic;
import io.mapleak.analysis.InputReport;
import io.mapleak.analysis.InputReport.Status;
import io.mapleak.report.TextStyle.Ink;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The end of a report in text: inputs that were no step of the series, and what was noticed. */
final class InputsText {
  private static final int HANG = 9;

  /** Kinds whose inputs are steps of the series, or repeat one. */
  private static final Set<String> HEAP_KINDS = Set.of("heap", "allocs");

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
    besides();
    byKind("read", Status.OK);
    byKind("skipped", Status.SKIPPED);
  }

  /** Profiles that repeat a moment; what was noted of a step is left to the JSON report. */
  private void besides() {
    Set<String> steps = new HashSet<>(Places.steps(result));
    List<String> names =
        result.inputs().stream()
            .filter(input -> input.status() == Status.OK && !steps.contains(input.path()))
            .filter(input -> HEAP_KINDS.contains(input.kind()))
            .map(input -> Places.fileName(input.path()))
            .toList();
    if (!names.isEmpty()) {
      String verb = names.size() == 1 ? " repeats a moment" : " repeat moments";
      lines.labelled(0, HANG, Ink.DIM, "besides", names(names) + verb + " of the series");
    }
  }

  /** Inputs of a status by kind; heap profiles that were used are told elsewhere. */
  private void byKind(String label, Status status) {
    Map<String, List<String>> byKind = new TreeMap<>();
    for (InputReport input : result.inputs()) {
      boolean told = status == Status.OK && HEAP_KINDS.contains(input.kind());
      if (input.status() == status && !told) {
        byKind
            .computeIfAbsent(input.kind(), kind -> new ArrayList<>())
            .add(Places.fileName(input.path()));
      }
    }
    List<String> kinds = new ArrayList<>();
    byKind.forEach(
        (kind, names) -> kinds.add(names.size() + " " + kind + " (" + names(names) + ")"));
    if (!kinds.isEmpty()) {
      lines.labelled(0, HANG, Ink.DIM, label, String.join(", ", kinds));
    }
  }

  private static String names(List<String> names) {
    return switch (names.size()) {
      case 1 -> names.get(0);
      case 2 -> names.get(0) + " and " + names.get(1);
      default -> names.get(0) + " and " + (names.size() - 1) + " more";
    };
  }
}

package io.mapleak.report;

import io.mapleak.report.TextStyle.Ink;
import io.mapleak.simulator.Models;
import io.mapleak.simulator.workload.OperationCounts;
import io.mapleak.simulator.workload.Outcome;
import io.mapleak.simulator.workload.Sample;
import io.mapleak.simulator.workload.Simulation;
import io.mapleak.simulator.workload.Workload;
import io.mapleak.unit.Figures;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A run of a workload for people: a table of what each structure came to, and a chart over time.
 */
public final class SimulationText {
  private static final int INDENT = 2;
  private static final int LABEL = 21;
  private static final String COLUMNS = "%-21s%12s%7s%10s%10s%10s%10s";

  private static final String FOOTNOTE =
      "live, waste, full: at the end. waste: live bytes that hold no entry. peak: most at once."
          + " garbage: allocated and let go again.";
  private static final String ALIKE = " +2: two more with the same history.";

  private static final double NANOS = 1e9;

  private final TextLines lines;
  private final SimulatedWorkload run;
  private final Simulation simulation;

  private SimulationText(TextLines lines, SimulatedWorkload run) {
    this.lines = lines;
    this.run = run;
    simulation = run.simulation();
  }

  /** The run. */
  public static String of(SimulatedWorkload run, TextStyle style) {
    TextLines lines = new TextLines(style);
    new SimulationText(lines, run).write();
    return lines.text();
  }

  private void write() {
    about();
    lines.blank();
    table();
    lines.blank();
    new SimulationCharts(lines, simulation).write();
    lines.blank();
    lines.wrapped(0, simulation.outcomes().size() > 1 ? FOOTNOTE + ALIKE : FOOTNOTE);
    notes();
  }

  private void about() {
    Workload workload = simulation.workload();
    boolean named = !workload.name().isEmpty();
    lines.sides(
        0,
        Ink.BOLD,
        named ? workload.name() : run.source(),
        Ink.DIM,
        named ? TextLines.shortFile(run.source()) : "");
    List<String> parts = new ArrayList<>();
    parts.add(run.typeName());
    if (workload.maps() > 1) {
      parts.add(Figures.count((double) workload.maps()) + " maps");
    }
    if (workload.hint() != Models.NO_HINT) {
      parts.add("hint " + Figures.count((double) workload.hint()));
    }
    long behind = workload.keyObject().bytes() + workload.elemObject().bytes();
    if (behind > 0) {
      parts.add("with " + Figures.count((double) behind) + Figures.JOIN + "B behind each entry");
    }
    parts.add(Figures.duration(workload.nanos() / NANOS));
    parts.add("seed " + simulation.seed());
    lines.wrapped(INDENT, String.join(", ", parts));
    OperationCounts operations = simulation.operations();
    lines.wrapped(
        INDENT,
        Figures.count((double) operations.inserts())
            + " inserts, "
            + Figures.count((double) operations.updates())
            + " updates, "
            + Figures.count((double) operations.deletes())
            + " deletes, "
            + Figures.count((double) operations.lookups())
            + " lookups; at most "
            + Figures.count((double) simulation.mostEntries())
            + " entries");
  }

  private void table() {
    columns(Ink.DIM, "", "entries", "full", "live", "waste", "peak", "garbage");
    for (Outcome outcome : simulation.outcomes()) {
      Sample end = outcome.end();
      columns(
          Ink.NONE,
          TextFit.middle(
              SimulatedWorkload.label(outcome.design()), LABEL, lines.style().ellipsis()),
          Figures.count((double) end.entries()),
          end.slots() == 0 ? "-" : Figures.percent(end.fill()),
          Figures.bytes(end.liveBytes()),
          Figures.bytes(end.wasteBytes()),
          Figures.bytes(outcome.peakBytes()),
          Figures.bytes(end.garbageBytes()));
    }
  }

  private void columns(Ink ink, Object... cells) {
    lines.sides(0, ink, COLUMNS.formatted(cells).stripTrailing(), Ink.NONE, "");
  }

  private void notes() {
    Set<String> notes = new LinkedHashSet<>();
    for (Outcome outcome : simulation.outcomes()) {
      if (!outcome.design().note().isEmpty()) {
        notes.add(outcome.design().name() + ": " + outcome.design().note());
      }
    }
    notes.forEach(note -> lines.wrapped(0, note));
  }
}

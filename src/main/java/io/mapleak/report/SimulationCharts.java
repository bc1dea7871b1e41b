package io.mapleak.report;

import io.mapleak.report.TextStyle.Ink;
import io.mapleak.simulator.workload.Outcome;
import io.mapleak.simulator.workload.Phase;
import io.mapleak.simulator.workload.Sample;
import io.mapleak.simulator.workload.Simulation;
import io.mapleak.unit.Figures;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;

/** What a run looks like over time, the structures below each other on one scale. */
final class SimulationCharts {
  private static final int INDENT = 2;
  private static final int MAX_LABEL = 21;
  private static final int VALUE = 10;

  /** Columns of " +2" behind a name: two more with the same history. */
  private static final int OTHERS = 3;

  /** Up to so many structures a bar has two rows, so that it shows 16 heights. */
  private static final int FEW = 3;

  private final TextLines lines;
  private final Simulation simulation;
  private final List<Outcome> outcomes;
  private final int label;
  private final int columns;
  private final int rows;

  SimulationCharts(TextLines lines, Simulation simulation) {
    this.lines = lines;
    this.simulation = simulation;
    outcomes = simulation.outcomes();
    int longest =
        outcomes.stream()
            .mapToInt(o -> PlainText.columns(SimulatedWorkload.label(o.design())))
            .max()
            .orElse(0);
    int others = outcomes.size() > 1 ? OTHERS : 0;
    label = Math.min(MAX_LABEL, longest) + others + 1;
    int samples = outcomes.stream().mapToInt(o -> o.samples().size()).max().orElse(0);
    columns = Math.min(samples, lines.style().width() - INDENT - label - VALUE);
    rows = outcomes.size() <= FEW ? 2 : 1;
  }

  void write() {
    phases();
    chart("entries", Sample::entries, Figures::count);
    chart("load: entries per slot", Sample::fill, Figures::percent);
    chart("live bytes", Sample::liveBytes, Figures::bytes);
    chart("waste: live bytes that hold no entry", Sample::wasteBytes, Figures::bytes);
    chart("growth spikes: needed for a while", Sample::spikeBytes, Figures::bytes);
    chart("evacuation backlog: old buckets to move", Sample::evacuationBacklog, Figures::count);
    axis();
  }

  /** A metric that is nothing anywhere is left out. */
  private void chart(String title, ToDoubleFunction<Sample> metric, DoubleFunction<String> shown) {
    List<double[]> all =
        outcomes.stream().map(o -> o.samples().stream().mapToDouble(metric).toArray()).toList();
    double top = all.stream().flatMapToDouble(Arrays::stream).max().orElse(0);
    if (top <= 0) {
      return;
    }
    lines.sides(0, Ink.BOLD, title, Ink.DIM, "most");
    boolean[] shownAlready = new boolean[all.size()];
    for (int i = 0; i < all.size(); i++) {
      if (!shownAlready[i]) {
        bars(name(i, alike(i, all, shownAlready)), all.get(i), top, shown);
      }
    }
  }

  /** Marks the structures with the same history as the i-th, and tells how many there are. */
  private static int alike(int i, List<double[]> all, boolean[] shownAlready) {
    int alike = 0;
    for (int j = i; j < all.size(); j++) {
      if (Arrays.equals(all.get(i), all.get(j))) {
        shownAlready[j] = true;
        alike++;
      }
    }
    return alike;
  }

  private String name(int i, int alike) {
    if (alike == outcomes.size() && alike > 1) {
      return "all";
    }
    String name = SimulatedWorkload.label(outcomes.get(i).design());
    return alike == 1 ? name : name + " +" + (alike - 1);
  }

  private void bars(String name, double[] values, double top, DoubleFunction<String> shown) {
    double most = Arrays.stream(values).max().orElse(0);
    List<String> bars = TimeChart.rows(values, top, columns, rows, lines.style().unicode());
    for (int i = 0; i < bars.size(); i++) {
      boolean last = i == bars.size() - 1;
      if (!last && bars.get(i).isBlank()) {
        continue;
      }
      String head = last ? TextFit.middle(name, label - 1, lines.style().ellipsis()) : "";
      lines.sides(
          INDENT,
          Ink.NONE,
          (head + " ".repeat(label - PlainText.columns(head)) + bars.get(i)).stripTrailing(),
          Ink.NONE,
          last ? shown.apply(most) : "");
    }
  }

  /** Where each phase begins. */
  private void phases() {
    List<Phase> phases = simulation.workload().phases();
    if (phases.size() < 2) {
      return;
    }
    StringBuilder ruler = new StringBuilder();
    long start = 0;
    for (Phase phase : phases) {
      int column = column(start);
      if (column >= ruler.length()) {
        ruler.append(" ".repeat(column - ruler.length()));
        int end = column(start + phase.nanos());
        String name = "|" + PlainText.of(phase.name());
        ruler.append(TextFit.head(name, Math.max(1, end - column)));
      }
      start += phase.nanos();
    }
    lines.sides(INDENT + label, Ink.DIM, ruler.toString(), Ink.NONE, "");
  }

  private int column(long nanos) {
    return (int) (columns * ((double) nanos / simulation.workload().nanos()));
  }

  /** Times at the beginning, the middle and the end. */
  private void axis() {
    double seconds = simulation.workload().nanos() / 1e9;
    String middle = PlainText.of(Figures.duration(seconds / 2));
    String end = PlainText.of(Figures.duration(seconds));
    StringBuilder axis = new StringBuilder("0");
    int middleAt = columns / 2 - middle.length() / 2;
    int endAt = columns - end.length();
    if (middleAt > 1 && middleAt + middle.length() < endAt) {
      axis.append(" ".repeat(middleAt - axis.length())).append(middle);
    }
    if (endAt > axis.length()) {
      axis.append(" ".repeat(endAt - axis.length())).append(end);
    }
    lines.sides(INDENT + label, Ink.DIM, axis.toString(), Ink.NONE, "");
  }
}

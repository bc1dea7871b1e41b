package io.mapleak.report;

import io.mapleak.simulator.Models;
import io.mapleak.simulator.alternative.Design;
import io.mapleak.simulator.workload.OperationCounts;
import io.mapleak.simulator.workload.Outcome;
import io.mapleak.simulator.workload.Sample;
import io.mapleak.simulator.workload.Workload;
import io.mapleak.simulator.workload.WorkloadWriter;
import io.mapleak.unit.Figures;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Runs of workloads as JSON, CSV or Markdown. */
public final class SimulationReport {
  private static final String SCHEMA = "mapleak.simulate/1";

  private static final String CSV_COLUMNS =
      "workload,go,model,seconds,entries,slots,fill,live_bytes,waste_bytes,peak_bytes,spike_bytes,"
          + "allocated_bytes,garbage_bytes,evacuation_backlog";

  private static final double NANOS = 1e9;

  private SimulationReport() {}

  /** All runs as JSON, schema {@code mapleak.simulate/1}. */
  public static String json(List<SimulatedWorkload> runs) {
    return JsonOutput.document(
        json -> {
          json.text("schema", SCHEMA);
          json.objects("simulations", runs, run -> run(json, run));
        });
  }

  private static void run(JsonOutput json, SimulatedWorkload run) {
    Workload workload = run.simulation().workload();
    OperationCounts operations = run.simulation().operations();
    json.text("source", run.source());
    json.text("name", workload.name().isEmpty() ? null : workload.name());
    json.text("type", run.typeName());
    json.number("hint", workload.hint() == Models.NO_HINT ? null : (Long) workload.hint());
    json.number("maps", workload.maps());
    json.number("seconds", workload.nanos() / NANOS);
    json.number("seed", run.simulation().seed());
    json.text("workload", WorkloadWriter.write(workload));
    json.object(
        "operations",
        () -> {
          json.number("inserts", operations.inserts()).number("updates", operations.updates());
          json.number("deletes", operations.deletes()).number("lookups", operations.lookups());
        });
    json.number("most_entries", run.simulation().mostEntries());
    json.objects("models", run.simulation().outcomes(), outcome -> outcome(json, outcome));
  }

  private static void outcome(JsonOutput json, Outcome outcome) {
    Design design = outcome.design();
    Sample end = outcome.end();
    json.text("go", design.go().toString());
    json.text("model", design.name());
    json.text("note", design.note().isEmpty() ? null : design.note());
    json.number("end_bytes", end.liveBytes());
    json.number("peak_bytes", outcome.peakBytes());
    json.number("garbage_bytes", end.garbageBytes());
    json.number("waste_bytes", end.wasteBytes());
    json.number("entries", end.entries());
    json.objects("samples", outcome.samples(), sample -> sample(json, sample));
  }

  private static void sample(JsonOutput json, Sample sample) {
    json.number("seconds", sample.atNanos() / NANOS);
    json.number("entries", sample.entries());
    json.number("slots", sample.slots());
    json.number("fill", sample.fill());
    json.number("live_bytes", sample.liveBytes());
    json.number("waste_bytes", sample.wasteBytes());
    json.number("peak_bytes", sample.peakBytes());
    json.number("spike_bytes", sample.spikeBytes());
    json.number("allocated_bytes", sample.allocatedBytes());
    json.number("evacuation_backlog", sample.evacuationBacklog());
  }

  /** All samples as CSV (RFC 4180) with a line of names. */
  public static String csv(List<SimulatedWorkload> runs) {
    StringBuilder text = new StringBuilder(CSV_COLUMNS).append("\r\n");
    for (SimulatedWorkload run : runs) {
      for (Outcome outcome : run.simulation().outcomes()) {
        for (Sample sample : outcome.samples()) {
          text.append(row(run.source(), outcome.design(), sample)).append("\r\n");
        }
      }
    }
    return text.toString();
  }

  private static String row(String source, Design design, Sample sample) {
    return List.of(
            source,
            design.go().toString(),
            design.name(),
            String.format(Locale.ROOT, "%.3f", sample.atNanos() / NANOS),
            String.valueOf(sample.entries()),
            String.valueOf(sample.slots()),
            String.format(Locale.ROOT, "%.4f", sample.fill()),
            String.valueOf(sample.liveBytes()),
            String.valueOf(sample.wasteBytes()),
            String.valueOf(sample.peakBytes()),
            String.valueOf(sample.spikeBytes()),
            String.valueOf(sample.allocatedBytes()),
            String.valueOf(sample.garbageBytes()),
            String.valueOf(sample.evacuationBacklog()))
        .stream()
        .map(Cells::csv)
        .collect(Collectors.joining(","));
  }

  /** The ends of all runs as a Markdown table. */
  public static String markdown(List<SimulatedWorkload> runs) {
    StringBuilder text =
        new StringBuilder(
                "| workload | go | model | entries | full | live | waste | peak | garbage |\n")
            .append("|---|---|---|--:|--:|--:|--:|--:|--:|\n");
    for (SimulatedWorkload run : runs) {
      for (Outcome outcome : run.simulation().outcomes()) {
        Sample end = outcome.end();
        List<String> cells =
            List.of(
                run.source(),
                outcome.design().go().toString(),
                outcome.design().name(),
                Figures.count((double) end.entries()),
                Figures.percent(end.fill()),
                Figures.bytes(end.liveBytes()),
                Figures.bytes(end.wasteBytes()),
                Figures.bytes(outcome.peakBytes()),
                Figures.bytes(end.garbageBytes()));
        Cells.markdownRow(text, cells);
      }
    }
    return text.toString();
  }
}

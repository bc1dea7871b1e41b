package io.mapleak.report;

import io.mapleak.replay.Predicted;
import io.mapleak.replay.Replay;
import io.mapleak.replay.Variant;
import io.mapleak.simulator.workload.Sample;
import io.mapleak.simulator.workload.WorkloadWriter;
import io.mapleak.unit.Figures;
import io.mapleak.unit.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** A replayed site as JSON or Markdown. */
public final class ReplayReport {
  private static final String SCHEMA = "mapleak.replay/1";

  private ReplayReport() {}

  /** The replay as JSON, schema {@code mapleak.replay/1}. */
  public static String json(Replay replay) {
    return JsonOutput.document(
        json -> {
          json.text("schema", SCHEMA);
          SiteJson.place(json, replay.site());
          json.text("go", replay.derived().go().toString());
          json.text("workload", workload(replay));
          json.texts("why", replay.derived().why());
          json.objects("steps", replay.steps(), step -> step(json, step));
          json.object("fit", () -> fit(json, replay));
          json.objects(
              "what_if",
              replay.variants(),
              variant -> variant(json, variant, replay.variants().get(0)));
        });
  }

  private static void step(JsonOutput json, Replay.Step step) {
    json.text("time", step.timeNanos() == 0 ? null : Times.text(step.timeNanos()));
    json.object(
        "observed",
        () ->
            json.wholeQuantity("array_bytes", step.observed().arrayBytes(), true)
                .whole("retained_bytes", step.observed().retainedBytes()));
    Predicted predicted = step.predicted();
    Sample run = predicted.run();
    json.object(
        "predicted",
        () ->
            json.number("array_bytes", run.arrayBytes())
                .wholeQuantity("array_range", predicted.arrayBytes(), true)
                .number("live_bytes", run.liveBytes())
                .number("allocated_bytes", run.allocatedBytes())
                .number("entries", run.entries())
                .wholeQuantity("entries_range", predicted.entries(), true));
  }

  private static void fit(JsonOutput json, Replay replay) {
    OptionalDouble error = replay.arrayError();
    json.number("array_error", error.isEmpty() ? null : (Double) error.getAsDouble());
    json.text("says", replay.verdict().word());
  }

  private static void variant(JsonOutput json, Variant variant, Variant today) {
    json.text("variant", variant.name());
    json.number("end_bytes", variant.endBytes());
    json.number("peak_bytes", variant.peakBytes());
    json.number("garbage_bytes", variant.garbageBytes());
    json.number("saved_bytes", variant.savedBytes(today));
    json.number("end_entries", variant.endEntries());
    json.text("note", variant.note());
  }

  /** The workload as text, with what it rests on as comments. */
  public static String workload(Replay replay) {
    return replay.derived().why().stream()
            .map(reason -> "# " + PlainText.of(reason) + "\n")
            .collect(Collectors.joining())
        + WorkloadWriter.write(replay.derived().workload());
  }

  /** Both tables as Markdown. */
  public static String markdown(Replay replay) {
    StringBuilder text =
        new StringBuilder("| profile | arrays seen | arrays | live | entries |\n")
            .append("|---|--:|--:|--:|--:|\n");
    int number = 1;
    for (Replay.Step step : replay.steps()) {
      Cells.markdownRow(
          text, List.of(when(step, number++), seen(step), arrays(step), live(step), entries(step)));
    }
    text.append("\n| change | at the end | peak | garbage | saved | note |\n")
        .append("|---|--:|--:|--:|--:|---|\n");
    Variant today = replay.variants().get(0);
    for (Variant variant : replay.variants()) {
      List<String> cells = new ArrayList<>(List.of(variant.name()));
      cells.addAll(figures(variant, today));
      cells.add(variant.note());
      Cells.markdownRow(text, cells);
    }
    return text.toString();
  }

  static String when(Replay.Step step, int number) {
    return step.timeNanos() == 0 ? "profile " + number : Times.ofDay(step.timeNanos());
  }

  static String seen(Replay.Step step) {
    Interval arrays = step.observed().arrayBytes();
    return arrays == null ? "not sampled" : Figures.bytesRange(arrays);
  }

  static String arrays(Replay.Step step) {
    Interval range = step.predicted().arrayBytes();
    return range == null
        ? Figures.bytes(step.predicted().run().arrayBytes())
        : Figures.bytesWithRange(range);
  }

  static String live(Replay.Step step) {
    return Figures.bytes(step.predicted().run().liveBytes());
  }

  static String entries(Replay.Step step) {
    Interval range = step.predicted().entries();
    return range == null
        ? Figures.count((double) step.predicted().run().entries())
        : Figures.countWithRange(range);
  }

  /** Bytes at the end, peak, garbage and what is saved. */
  static List<String> figures(Variant variant, Variant today) {
    long saved = variant.savedBytes(today);
    return List.of(
        Figures.bytes(variant.endBytes()),
        Figures.bytes(variant.peakBytes()),
        Figures.bytes(variant.garbageBytes()),
        saved == 0 ? "-" : (saved > 0 ? "" : "-") + Figures.bytes(Math.abs(saved)));
  }
}

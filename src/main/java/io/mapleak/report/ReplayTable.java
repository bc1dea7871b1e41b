package io.mapleak.report;

import io.mapleak.replay.Predicted;
import io.mapleak.replay.Replay;
import io.mapleak.replay.Variant;
import io.mapleak.simulator.workload.Sample;
import io.mapleak.unit.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A replayed site as CSV: a row for each change, then one for each profile. */
public final class ReplayTable {
  private static final List<String> OF_VARIANTS =
      List.of(
          "variant",
          "end_bytes",
          "peak_bytes",
          "garbage_bytes",
          "saved_bytes",
          "end_entries",
          "note");

  private static final List<String> OF_STEPS =
      List.of(
          "profile",
          "time",
          "observed_array_low",
          "observed_array_best",
          "observed_array_high",
          "array_bytes",
          "array_low",
          "array_high",
          "live_bytes",
          "allocated_bytes",
          "entries",
          "entries_low",
          "entries_high");

  private ReplayTable() {}

  /** RFC 4180 with a line of names; what a row does not tell is empty. */
  public static String csv(Replay replay) {
    StringBuilder text = new StringBuilder();
    row(text, OF_VARIANTS, OF_STEPS);
    Variant today = replay.variants().get(0);
    for (Variant variant : replay.variants()) {
      row(
          text,
          List.of(
              variant.name(),
              String.valueOf(variant.endBytes()),
              String.valueOf(variant.peakBytes()),
              String.valueOf(variant.garbageBytes()),
              String.valueOf(variant.savedBytes(today)),
              String.valueOf(variant.endEntries()),
              variant.note()),
          empty(OF_STEPS));
    }
    int number = 1;
    for (Replay.Step step : replay.steps()) {
      row(text, empty(OF_VARIANTS), cells(step, number++));
    }
    return text.toString();
  }

  private static List<String> cells(Replay.Step step, int number) {
    Interval seen = step.observed().arrayBytes();
    Predicted predicted = step.predicted();
    Sample run = predicted.run();
    List<String> cells = new ArrayList<>();
    cells.add(String.valueOf(number));
    cells.add(step.timeNanos() == 0 ? "" : Times.text(step.timeNanos()));
    cells.add(low(seen));
    cells.add(seen == null ? "" : String.valueOf(Math.round(seen.best())));
    cells.add(high(seen));
    cells.add(String.valueOf(run.arrayBytes()));
    cells.add(low(predicted.arrayBytes()));
    cells.add(high(predicted.arrayBytes()));
    cells.add(String.valueOf(run.liveBytes()));
    cells.add(String.valueOf(run.allocatedBytes()));
    cells.add(String.valueOf(run.entries()));
    cells.add(low(predicted.entries()));
    cells.add(high(predicted.entries()));
    return cells;
  }

  /** Rounded outwards, as in JSON. */
  private static String low(@Nullable Interval range) {
    return range == null ? "" : String.valueOf(Math.round(Math.floor(range.low())));
  }

  private static String high(@Nullable Interval range) {
    return range == null ? "" : String.valueOf(Math.round(Math.ceil(range.high())));
  }

  private static List<String> empty(List<String> columns) {
    return columns.stream().map(column -> "").toList();
  }

  private static void row(StringBuilder text, List<String> first, List<String> second) {
    List<String> cells = new ArrayList<>(first);
    cells.addAll(second);
    text.append(cells.stream().map(Cells::csv).collect(Collectors.joining(","))).append("\r\n");
  }
}

package io.mapleak.report;

import io.mapleak.analysis.AnalysisResult;
import io.mapleak.analysis.ProcessFigures;
import io.mapleak.evidence.MemoryBreakdown;
import io.mapleak.forecast.LimitForecast;
import io.mapleak.report.TextStyle.Ink;
import io.mapleak.unit.Figures;
import io.mapleak.unit.Interval;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the memory of the process is, in text: is it the maps at all? */
final class ProcessText {
  private static final int HANG = 9;

  private final TextLines lines;
  private final ProcessFigures process;

  ProcessText(TextLines lines, AnalysisResult result) {
    this.lines = lines;
    this.process = result.process();
  }

  /** Writes nothing where only heap profiles are known, and no limit. */
  void write() {
    if (process.isKnown()) {
      memory();
    }
    LimitForecast limit = process.limit();
    if (limit != null) {
      String label = "limit";
      for (String line : ForecastReport.limit(limit)) {
        lines.labelled(0, HANG, Ink.DIM, label, line);
        label = "";
      }
    }
  }

  private void memory() {
    String figures = figures(process.memory());
    if (!figures.isEmpty()) {
      lines.labelled(0, HANG, Ink.DIM, "memory", figures);
    }
    String label = figures.isEmpty() ? "memory" : "";
    for (String sentence : process.answer()) {
      lines.labelled(0, HANG, Ink.DIM, label, sentence);
      label = "";
    }
  }

  private static String figures(MemoryBreakdown memory) {
    Double total = memory.total();
    List<String> parts = new ArrayList<>();
    part(parts, "heap in use", memory.heapInuse(), total);
    part(parts, "idle heap", memory.heapIdle(), total);
    part(parts, "stacks", memory.stacks(), total);
    part(parts, "runtime", memory.runtime(), total);
    part(parts, "outside Go", memory.outsideGo(), total);
    String head = "";
    if (memory.rss().isPresent()) {
      head = Figures.bytes(memory.rss().getAsLong()) + " resident";
    } else if (total != null) {
      head = Figures.bytes(total) + " held by Go";
    }
    if (memory.peakRss().isPresent()) {
      head += ", at most " + Figures.bytes(memory.peakRss().getAsLong()) + " resident so far";
    }
    String separator = head.isEmpty() || parts.isEmpty() ? "" : ": ";
    return head + separator + String.join(", ", parts);
  }

  private static void part(
      List<String> parts, String name, @Nullable Interval bytes, @Nullable Double total) {
    if (bytes == null) {
      return;
    }
    boolean exact = bytes.low() == bytes.high();
    String figure = exact ? Figures.bytes(bytes.best()) : Figures.bytesRange(bytes);
    String share =
        exact && total != null && total > 0
            ? " (" + Figures.percent(Math.min(1, bytes.best() / total)) + ")"
            : "";
    parts.add(name + " " + figure + share);
  }
}

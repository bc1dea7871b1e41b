package io.mapleak.analysis;

import io.mapleak.evidence.LiveHeap;
import io.mapleak.evidence.MemoryBreakdown;
import io.mapleak.evidence.SideEvidence;
import io.mapleak.forecast.LimitForecast;
import io.mapleak.rule.Evidence;
import io.mapleak.unit.Figures;
import io.mapleak.unit.Interval;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Is it the maps at all? Immutable.
 *
 * @param memory where the memory of the process is
 * @param mapBytes live bytes of all map sites of the newest profile, with their keys and values
 * @param answer what the figures say, the weightiest first; empty when nothing but heap profiles is
 *     known
 * @param limit when it fills the limit that was given; null where none was, or it can't be told
 */
public record ProcessFigures(
    MemoryBreakdown memory, double mapBytes, List<String> answer, @Nullable LimitForecast limit) {
  /** Share of the process from which on a part is an answer to "why so much memory". */
  private static final double LARGE_PART = 0.25;

  /** Growth of the live heap, as a share of it, that is none. */
  private static final double FLAT = 0.1;

  /** Collections whose live heap must be known before it is called flat. */
  private static final int ENOUGH_POINTS = 8;

  /** Peak against live heap from which on the pace of the collector explains the size. */
  private static final double GOGC_PEAK = 1.6;

  public ProcessFigures {
    answer = List.copyOf(answer);
  }

  static ProcessFigures of(
      Evidence evidence, List<JudgedSite> sites, @Nullable LimitForecast limit) {
    MemoryBreakdown memory = MemoryBreakdown.of(evidence.side());
    double maps = sites.stream().mapToDouble(judged -> judged.site().retainedBytes()).sum();
    List<String> answer = new ArrayList<>();
    Double total = memory.total();
    if (total != null && total > 0) {
      parts(memory, total, answer);
      if (!evidence.times().isEmpty()) {
        maps(maps, total, evidence.heapBytes(), answer);
      }
    }
    evidence.side().liveHeap().ifPresent(live -> pace(live, answer));
    return new ProcessFigures(memory, maps, answer, limit);
  }

  private static void maps(double maps, double total, double heap, List<String> answer) {
    answer.add(
        "map sites hold "
            + Figures.bytes(maps)
            + ": "
            + Figures.percent(Math.min(1, maps / total))
            + " of the process"
            + (heap > 0
                ? ", " + Figures.percent(Math.min(1, maps / heap)) + " of the live heap"
                : ""));
  }

  private static void parts(MemoryBreakdown memory, double total, List<String> answer) {
    if (isLarge(memory.outsideGo(), total)) {
      answer.add(
          "memory outside Go is a large part, which no Go profile shows: look at cgo, mapped files"
              + " and other libraries");
    }
    if (isLarge(memory.heapIdle(), total)) {
      answer.add(
          "much of the heap is idle and not returned to the system yet, no leak: GOMEMLIMIT makes"
              + " the runtime return it, debug.FreeOSMemory does at once");
    }
    if (isLarge(memory.stacks(), total)) {
      answer.add("stacks are a large part: count the goroutines with /debug/pprof/goroutine");
    }
    if (isLarge(memory.runtime(), total)) {
      answer.add("the runtime's own tables are a large part: they follow the largest heap so far");
    }
  }

  private static boolean isLarge(@Nullable Interval part, double total) {
    return part != null && part.low() >= LARGE_PART * total;
  }

  private static void pace(SideEvidence.Cited<LiveHeap> live, List<String> answer) {
    LiveHeap heap = live.value();
    double newest = heap.points().get(heap.points().size() - 1).liveBytes();
    if (heap.points().size() < ENOUGH_POINTS || newest <= 0) {
      return;
    }
    double grown = heap.grownBytes();
    boolean flat = Math.abs(grown) <= FLAT * newest;
    String span = " over " + Figures.duration(heap.spanSeconds());
    String source = " (" + live.name() + ")";
    if (!flat) {
      answer.add(
          "the live heap "
              + (grown > 0 ? "grew by " : "fell by ")
              + Figures.bytes(Math.abs(grown))
              + span
              + source);
      return;
    }
    double peak =
        heap.points().stream()
            .skip(heap.points().size() / 2)
            .mapToDouble(point -> point.peakBytes())
            .max()
            .orElse(0);
    answer.add(
        "the live heap is flat at "
            + Figures.bytes(newest)
            + span
            + source
            + (peak >= GOGC_PEAK * newest
                ? "; between collections it grows to "
                    + Figures.bytes(peak)
                    + ", which is GOGC's doing: a lower GOGC or a GOMEMLIMIT keeps it smaller"
                : ""));
  }

  /** Whether anything but heap profiles tells of the process. */
  public boolean isKnown() {
    return memory.total() != null || memory.liveHeap() != null || memory.peakRss().isPresent();
  }
}

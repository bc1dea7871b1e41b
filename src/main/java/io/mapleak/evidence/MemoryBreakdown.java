package io.mapleak.evidence;

import io.mapleak.pprof.MemStats;
import io.mapleak.unit.Interval;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Where the memory of a process is, in bytes; null for what no input tells. The parts add up to
 * what the Go runtime has from the system and did not return, and what is outside of Go.
 *
 * @param heapInuse spans that hold objects, dead ones among them (MemStats.HeapInuse)
 * @param heapIdle spans without objects that were not returned to the system
 * @param stacks goroutine and thread stacks
 * @param runtime the runtime's own tables: spans, caches, profiling buckets, the collector's
 * @param outsideGo resident memory that the runtime does not know: the binary, cgo, mmap
 * @param rss resident size
 * @param peakRss largest resident size so far, where only that is known
 * @param liveHeap the newest live heap that the collector measured
 */
public record MemoryBreakdown(
    @Nullable Interval heapInuse,
    @Nullable Interval heapIdle,
    @Nullable Interval stacks,
    @Nullable Interval runtime,
    @Nullable Interval outsideGo,
    OptionalLong rss,
    OptionalLong peakRss,
    @Nullable HeapPoint liveHeap) {
  /** Nothing is known. */
  public static final MemoryBreakdown UNKNOWN =
      new MemoryBreakdown(
          null, null, null, null, null, OptionalLong.empty(), OptionalLong.empty(), null);

  private static final double MIB = 1 << 20;

  /** Sums up all that is known. */
  public static MemoryBreakdown of(SideEvidence side) {
    Optional<ProcessMemory> process = side.processMemory();
    Optional<LiveHeap> live = side.liveHeap().map(SideEvidence.Cited::value);
    HeapPoint newest = live.map(l -> l.points().get(l.points().size() - 1)).orElse(null);
    MemStats stats = side.memStats().orElse(null);
    OptionalLong rss =
        process.map(memory -> OptionalLong.of(memory.rss())).orElse(OptionalLong.empty());
    if (stats == null || stats.heapInuse().isEmpty() || stats.sys().isEmpty()) {
      return new MemoryBreakdown(
          newest == null ? null : heap(newest),
          null,
          live.map(MemoryBreakdown::stacks).orElse(null),
          null,
          process.map(memory -> outside(memory, null)).orElse(null),
          rss,
          OptionalLong.empty(),
          newest);
    }
    double inuse = stats.heapInuse().getAsLong();
    double idle = Math.max(0, value(stats, "HeapIdle") - value(stats, "HeapReleased"));
    double runtime =
        value(stats, "MSpanSys")
            + value(stats, "MCacheSys")
            + value(stats, "BuckHashSys")
            + value(stats, "GCSys")
            + value(stats, "OtherSys");
    return new MemoryBreakdown(
        Interval.exactly(inuse),
        Interval.exactly(idle),
        Interval.exactly(value(stats, "StackSys")),
        Interval.exactly(runtime),
        process.map(memory -> outside(memory, stats)).orElse(null),
        rss,
        rss.isPresent() ? OptionalLong.empty() : stats.maxRss(),
        newest);
  }

  /** All that is known to be in use, or the resident size where that is known. */
  public @Nullable Double total() {
    if (rss.isPresent()) {
      return (double) rss.getAsLong();
    }
    return heapInuse == null || heapIdle == null || stacks == null || runtime == null
        ? null
        : heapInuse.best() + heapIdle.best() + stacks.best() + runtime.best();
  }

  private static double value(MemStats stats, String name) {
    return stats.get(name).orElse(0);
  }

  /** Between two collections the heap lies between what lived and what it grew to. */
  private static Interval heap(HeapPoint newest) {
    double high = Math.max(newest.liveBytes(), Math.max(newest.peakBytes(), newest.goalBytes()));
    return new Interval(newest.liveBytes(), newest.liveBytes(), high);
  }

  private static @Nullable Interval stacks(LiveHeap live) {
    if (live instanceof GcLog log) {
      double stacks = log.cycles().get(log.cycles().size() - 1).stackBytes();
      return stacks < 0 ? null : new Interval(stacks, stacks, stacks + MIB);
    }
    return null;
  }

  /**
   * Resident memory outside Go. Named mappings tell it to the page. Without names the runtime's
   * figures are a bound: what it has from the system need not be resident, so the rest may be more.
   */
  private static @Nullable Interval outside(ProcessMemory memory, @Nullable MemStats stats) {
    double rss = memory.rss();
    if (memory.go().isPresent() && memory.named()) {
      return Interval.exactly(Math.max(0, rss - memory.go().getAsLong()));
    }
    if (stats == null) {
      return null;
    }
    double sys = value(stats, "Sys") - value(stats, "HeapReleased");
    double low = Math.max(0, rss - sys);
    double surelyGo =
        memory.go().isPresent()
            ? memory.go().getAsLong()
            : value(stats, "HeapAlloc") + value(stats, "StackInuse");
    return new Interval(low, low, Math.max(low, rss - surelyGo));
  }
}

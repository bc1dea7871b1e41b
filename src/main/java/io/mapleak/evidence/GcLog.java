package io.mapleak.evidence;

import java.util.List;

/**
 * A log of {@code GODEBUG=gctrace=1}: the collections of one process, oldest first. Immutable.
 *
 * @param cycles the collections
 */
public record GcLog(List<Cycle> cycles) implements Observation, LiveHeap {
  /**
   * One collection. Sizes are bytes; the log rounds them down to whole MiB.
   *
   * @param number of the collection, from 1
   * @param seconds since the process began
   * @param cpuShare of all CPU time since then that collections took
   * @param startBytes heap when it began
   * @param endBytes heap when marking ended
   * @param liveBytes what was marked
   * @param goalBytes the goal it ran towards
   * @param stackBytes stacks scanned; -1 when not said (before Go 1.18)
   * @param globalBytes globals scanned; -1 when not said
   * @param forced whether the program asked for it
   */
  public record Cycle(
      long number,
      double seconds,
      double cpuShare,
      double startBytes,
      double endBytes,
      double liveBytes,
      double goalBytes,
      double stackBytes,
      double globalBytes,
      boolean forced) {}

  public GcLog {
    cycles = List.copyOf(cycles);
  }

  @Override
  public List<HeapPoint> points() {
    return cycles.stream()
        .map(c -> new HeapPoint(c.seconds(), c.liveBytes(), c.endBytes(), c.goalBytes()))
        .toList();
  }

  @Override
  public String source() {
    return "gctrace";
  }
}

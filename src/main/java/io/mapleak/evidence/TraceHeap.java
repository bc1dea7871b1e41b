package io.mapleak.evidence;

import java.util.List;

/**
 * The heap in an execution trace of runtime/trace (Go 1.22 on). Immutable.
 *
 * @param goMinor minor version of the trace format, e.g. 23 for {@code go 1.23 trace}
 * @param startNanos wall clock at the first event, nanoseconds since 1970-01-01 UTC; 0 before Go
 *     1.25, which does not write it
 * @param durationSeconds from the first event to the last
 * @param peakBytes largest heap seen
 * @param points one for each collection that ended inside the trace
 */
public record TraceHeap(
    int goMinor, long startNanos, double durationSeconds, double peakBytes, List<HeapPoint> points)
    implements Observation, LiveHeap {
  public TraceHeap {
    points = List.copyOf(points);
  }

  @Override
  public String source() {
    return "trace";
  }
}

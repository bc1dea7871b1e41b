package io.mapleak.evidence;

import java.util.List;

/**
 * The goroutines of one moment. Immutable.
 *
 * @param form how it was written
 * @param timeNanos when it was taken, nanoseconds since 1970-01-01 UTC; 0: not said
 * @param total number of goroutines, those of no group included
 * @param groups goroutines by stack, most numerous first
 */
public record GoroutineSnapshot(Form form, long timeNanos, long total, List<GoroutineGroup> groups)
    implements Observation {
  /** The written forms, by what they tell. */
  public enum Form {
    /** Protocol buffers: counts and stacks, with the time. */
    PROFILE,
    /** {@code ?debug=1}: counts and stacks, no time. */
    COUNTS,
    /**
     * {@code ?debug=2}, SIGQUIT, or a crash: each goroutine with its state and creator, no time.
     */
    STACKS,
    /** Only goroutines that the collector proved to be leaked (goroutineleak profile). */
    LEAKED
  }

  public GoroutineSnapshot {
    groups = List.copyOf(groups);
  }
}

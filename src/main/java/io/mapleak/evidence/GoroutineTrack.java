package io.mapleak.evidence;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The goroutines that stand at one line, counted through a series of snapshots. Immutable.
 *
 * @param at the line in the user's code where they stand
 * @param entry the function they began in
 * @param createdBy the {@code go} statement; null when no input says
 * @param state what they wait for, e.g. {@code chan receive}; empty when no input says
 * @param longestWaitMinutes the longest wait seen; 0 when no input says
 * @param leaked how many of them the collector proved to be leaked; 0 when no input says
 * @param counts how many there were in each snapshot, oldest first
 */
public record GoroutineTrack(
    StackFrame at,
    StackFrame entry,
    @Nullable StackFrame createdBy,
    String state,
    long longestWaitMinutes,
    long leaked,
    List<Long> counts) {
  public GoroutineTrack {
    counts = List.copyOf(counts);
  }

  /** The newest count; 0 without snapshots. */
  public long last() {
    return counts.isEmpty() ? 0 : counts.get(counts.size() - 1);
  }

  /** How many more there are in the newest snapshot than in the oldest. */
  public long grown() {
    return counts.isEmpty() ? 0 : last() - counts.get(0);
  }
}

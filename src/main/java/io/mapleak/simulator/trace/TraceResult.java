package io.mapleak.simulator.trace;

import org.jspecify.annotations.Nullable;

/**
 * What the comparison of a trace, or of several, gave.
 *
 * @param operations op lines
 * @param checkpoints checkpoints compared
 * @param mismatches lines on which the model differs from the runtime
 * @param first the first of them; null when there is none
 */
public record TraceResult(
    long operations, long checkpoints, long mismatches, @Nullable Mismatch first) {
  /** Nothing compared. */
  public static final TraceResult NONE = new TraceResult(0, 0, 0, null);

  /** This and another, which comes after it. */
  public TraceResult plus(TraceResult other) {
    return new TraceResult(
        operations + other.operations,
        checkpoints + other.checkpoints,
        mismatches + other.mismatches,
        first == null ? other.first : first);
  }
}

package io.mapleak.analysis;

import org.jspecify.annotations.Nullable;

/**
 * What became of one input file.
 *
 * @param path as the user gave it, or below the directory that was given
 * @param kind recognised kind, e.g. {@code heap}, {@code allocs}, {@code goroutine}, {@code
 *     unknown}
 * @param timeNanos when the profile was taken, since 1970-01-01 UTC; null when not said
 * @param samples number of samples; 0 for what is no profile
 * @param status what was done with it
 * @param message why it was skipped or failed; empty when it is ok
 */
public record InputReport(
    String path,
    String kind,
    @Nullable Long timeNanos,
    long samples,
    Status status,
    String message) {
  /** What was done with an input. */
  public enum Status {
    OK,
    SKIPPED,
    FAILED;

    /** Name in JSON. */
    public String id() {
      return switch (this) {
        case OK -> "ok";
        case SKIPPED -> "skipped";
        case FAILED -> "failed";
      };
    }
  }
}

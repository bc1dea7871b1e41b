package io.mapleak.profile;

import java.util.List;

/**
 * What a profile says of itself as a whole. Absent strings are empty, absent numbers are 0.
 *
 * @param periodType what {@code period} counts; for Go heap profiles space in bytes
 * @param period mean distance of samples; for Go heap profiles {@code runtime.MemProfileRate}
 * @param timeNanos when it was taken, nanoseconds since 1970-01-01 UTC; 0: not said
 * @param durationNanos the time it covers; 0: a state, not an interval
 * @param dropFrames regular expression of frames to cut, as google/pprof uses it
 * @param keepFrames exception to {@code dropFrames}
 * @param comments free text, in file order
 * @param defaultSampleType name of the sample type to show first; empty: the last one
 * @param docUrl where the profile is explained
 */
public record Header(
    ValueType periodType,
    long period,
    long timeNanos,
    long durationNanos,
    String dropFrames,
    String keepFrames,
    List<String> comments,
    String defaultSampleType,
    String docUrl) {
  public Header {
    comments = List.copyOf(comments);
  }
}

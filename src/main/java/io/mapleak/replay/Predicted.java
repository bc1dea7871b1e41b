package io.mapleak.replay;

import io.mapleak.forecast.EntriesHistory;
import io.mapleak.simulator.workload.Sample;
import io.mapleak.unit.Interval;
import org.jspecify.annotations.Nullable;

/**
 * What a workload has at the moment of a profile.
 *
 * @param run what the model has then
 * @param entries range that the profiles allow, with the number of the run as best guess; null
 *     where nothing bounds it
 * @param arrayBytes likewise
 */
public record Predicted(Sample run, @Nullable Interval entries, @Nullable Interval arrayBytes) {
  /** A run at a profile of this index. */
  static Predicted of(Sample run, @Nullable EntriesHistory read, int profile) {
    return read == null
        ? new Predicted(run, null, null)
        : new Predicted(
            run,
            around(run.entries(), read.entries().get(profile)),
            around(run.arrayBytes(), read.arrayBytes().get(profile)));
  }

  private static Interval around(double said, Interval range) {
    return new Interval(Math.min(range.low(), said), said, Math.max(range.high(), said));
  }
}

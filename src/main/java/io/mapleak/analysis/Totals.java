package io.mapleak.analysis;

import io.mapleak.profile.Profile;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Sums by which two copies of one profile are recognised, whatever form they are packed in.
 *
 * @param timeNanos when it was taken
 * @param samples number of samples
 * @param sums sum of each column
 */
record Totals(long timeNanos, int samples, List<Long> sums) {
  static Totals of(Profile profile) {
    long[] sums = new long[profile.sampleTypes().size()];
    for (int type = 0; type < sums.length; type++) {
      for (int sample = 0; sample < profile.samples().size(); sample++) {
        sums[type] += profile.samples().value(sample, type);
      }
    }
    return new Totals(
        profile.header().timeNanos(),
        profile.samples().size(),
        LongStream.of(sums).boxed().toList());
  }
}

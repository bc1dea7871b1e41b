package io.mapleak.view;

import io.mapleak.profile.LabelTable;
import io.mapleak.profile.Profile;
import io.mapleak.profile.SampleTable;
import java.util.BitSet;

/** The values of one sample type, added up for each distinct stack. Immutable after build. */
final class StackValues {
  /** Label that google/pprof gives to the samples of a base profile in a difference. */
  private static final String BASE = "pprof::base";

  private final long[] sums;
  private final BitSet live;
  private final long total;

  private StackValues(long[] sums, BitSet live, long total) {
    this.sums = sums;
    this.live = live;
    this.total = total;
  }

  static StackValues of(Profile profile, int type) {
    SampleTable samples = profile.samples();
    long[] sums = new long[profile.stacks().size()];
    BitSet live = new BitSet(sums.length);
    long total = 0;
    for (int sample = 0; sample < samples.size(); sample++) {
      long value = samples.value(sample, type);
      if (value != 0) {
        int stack = samples.stack(sample);
        sums[stack] += value;
        live.set(stack);
        total += Math.abs(value);
      }
    }
    long base = baseTotal(profile, type);
    return new StackValues(sums, live, base > 0 ? base : total);
  }

  private static long baseTotal(Profile profile, int type) {
    LabelTable labels = profile.labels();
    SampleTable samples = profile.samples();
    long total = 0;
    int counted = -1; // a sample with the label twice counts once
    int sample = 0;
    int end = samples.size() == 0 ? 0 : labels.end(samples.size() - 1);
    for (int label = 0; label < end; label++) {
      if (labels.key(label).equals(BASE) && labels.text(label).equals("true")) {
        while (labels.end(sample) <= label) {
          sample++;
        }
        if (sample != counted) {
          total += Math.abs(samples.value(sample, type));
          counted = sample;
        }
      }
    }
    return total;
  }

  /** Sum of a stack's values, which may cancel to 0. */
  long sum(int stack) {
    return sums[stack];
  }

  /** The first stack from {@code stack} on that has a value other than 0, or -1. */
  int nextLive(int stack) {
    return live.nextSetBit(stack);
  }

  /** What percentages are of: all absolute values, or those of the base in a difference. */
  long total() {
    return total;
  }
}

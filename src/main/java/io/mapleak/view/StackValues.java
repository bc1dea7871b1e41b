package io.mapleak.view;

import io.mapleak.profile.Profile;
import io.mapleak.profile.SampleTable;
import java.util.BitSet;

/** The values of one sample type, added up for each distinct stack. Immutable after build. */
final class StackValues {
  private final long[] sums;
  private final BitSet live;

  private StackValues(long[] sums, BitSet live) {
    this.sums = sums;
    this.live = live;
  }

  static StackValues of(Profile profile, int type) {
    SampleTable samples = profile.samples();
    long[] sums = new long[profile.stacks().size()];
    BitSet live = new BitSet(sums.length);
    for (int sample = 0; sample < samples.size(); sample++) {
      long value = samples.value(sample, type);
      if (value != 0) {
        int stack = samples.stack(sample);
        sums[stack] += value;
        live.set(stack);
      }
    }
    return new StackValues(sums, live);
  }

  /** Sum of a stack's values, which may cancel to 0. */
  long sum(int stack) {
    return sums[stack];
  }

  /** The first stack from {@code stack} on that has a value other than 0, or -1. */
  int nextLive(int stack) {
    return live.nextSetBit(stack);
  }
}

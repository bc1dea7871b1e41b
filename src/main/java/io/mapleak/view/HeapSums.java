package io.mapleak.view;

import io.mapleak.profile.SampleTable;

/**
 * What is in use and what was ever allocated, side by side.
 *
 * @param inuseObjects objects in use
 * @param inuseSpace bytes in use
 * @param allocObjects objects allocated since the process began
 * @param allocSpace bytes allocated since the process began
 */
public record HeapSums(long inuseObjects, long inuseSpace, long allocObjects, long allocSpace) {
  static final HeapSums NOTHING = new HeapSums(0, 0, 0, 0);

  static HeapSums of(SampleTable samples, int sample, HeapTypes types) {
    return new HeapSums(
        samples.value(sample, types.inuseObjects()),
        samples.value(sample, types.inuseSpace()),
        samples.value(sample, types.allocObjects()),
        samples.value(sample, types.allocSpace()));
  }

  /** Both together. */
  public HeapSums plus(HeapSums other) {
    return new HeapSums(
        inuseObjects + other.inuseObjects,
        inuseSpace + other.inuseSpace,
        allocObjects + other.allocObjects,
        allocSpace + other.allocSpace);
  }

  /** Part of the allocated bytes that is still in use, 0 to 1; NaN where nothing was allocated. */
  public double survival() {
    return allocSpace == 0 ? Double.NaN : (double) inuseSpace / allocSpace;
  }
}

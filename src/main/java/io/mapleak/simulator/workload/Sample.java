package io.mapleak.simulator.workload;

/**
 * A structure at a moment of a run. Bytes are what the allocator charges, as if garbage were
 * collected at once.
 *
 * @param atNanos since the run began
 * @param entries that it holds
 * @param slots entries that its arrays have room for
 * @param arrayBytes its bucket arrays, groups or nodes alone
 * @param liveBytes the structure, and what its keys and elems point to
 * @param wasteBytes of the live ones, those that are not keys and elems nor what these point to
 * @param peakBytes most live bytes since the sample before
 * @param spikeBytes how far the peak stood above the live bytes of this sample and the one before:
 *     what a growth or rebuild needed for a while
 * @param allocatedBytes since the run began
 * @param evacuationBacklog old buckets that a growth has still to move
 */
public record Sample(
    long atNanos,
    long entries,
    long slots,
    long arrayBytes,
    long liveBytes,
    long wasteBytes,
    long peakBytes,
    long spikeBytes,
    long allocatedBytes,
    long evacuationBacklog) {
  /** Entries per slot; 0 where there is no array yet. */
  public double fill() {
    return slots == 0 ? 0 : (double) entries / slots;
  }

  /** Bytes that were allocated and are not reachable any more. */
  public long garbageBytes() {
    return allocatedBytes - liveBytes;
  }
}

package io.mapleak.site;

/**
 * Blocks of one size at one allocation point.
 *
 * @param bytes size that the allocator charged for each
 * @param allocSampled blocks sampled since the process began
 * @param inuseSampled of those, blocks still in use
 * @param allocBytes bytes allocated, scaled up by the profile
 * @param inuseBytes bytes in use, scaled up by the profile
 * @param twins samples beyond the first with the very same visible stack: only hidden runtime
 *     frames tell them apart
 */
public record Block(
    long bytes, long allocSampled, long inuseSampled, long allocBytes, long inuseBytes, int twins) {
  /** Blocks sampled that are gone. */
  public long freedSampled() {
    return allocSampled - inuseSampled;
  }
}

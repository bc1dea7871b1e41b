package io.mapleak.replay;

/**
 * A change, and what the same workload needs with it.
 *
 * @param name short
 * @param endBytes live at the end
 * @param peakBytes most live bytes at any time
 * @param garbageBytes allocated and dropped until the end
 * @param endEntries that it holds at the end
 * @param note what it can't do or assumes; may be empty
 */
public record Variant(
    String name, long endBytes, long peakBytes, long garbageBytes, long endEntries, String note) {
  /** Live bytes at the end that it saves against another; negative: it needs more. */
  public long savedBytes(Variant today) {
    return today.endBytes - endBytes;
  }
}

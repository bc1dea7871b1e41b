package io.mapleak.simulator.swiss;

/**
 * The order in which the groups of a table are probed for a hash: triangular steps, which visit
 * every group once (internal/runtime/maps/table.go: probeSeq).
 */
final class ProbeSeq {
  private ProbeSeq() {}

  /** The first group: h1 of the hash, modulo the number of groups. */
  static int start(long hash, int mask) {
    return (int) (hash >>> 7) & mask;
  }

  /**
   * The group after this one.
   *
   * @param step 1 after the first group, 2 after the second, and so on
   */
  static int next(int offset, int step, int mask) {
    return (offset + step) & mask;
  }
}

package io.mapleak.site;

import io.mapleak.unit.Interval;

/**
 * What is alive of the arrays of a line's maps.
 *
 * @param bytes charged bytes of the current arrays or tables, all live maps together
 * @param oldBytes classic: arrays under evacuation
 * @param instances live maps, best guess; 0 when none was sampled
 * @param entries entries that these arrays hold if none was deleted since they were made
 * @param single whether all blocks agree with one map
 */
record ArrayEstimate(
    Interval bytes, double oldBytes, long instances, Interval entries, boolean single) {
  /** Nothing alive. */
  static final ArrayEstimate NONE =
      new ArrayEstimate(Interval.exactly(0), 0, 0, Interval.exactly(0), false);

  /**
   * The map of a package variable's literal is made once, so each block size stands for one block.
   */
  static ArrayEstimate ofLiteral(Fit fit) {
    double bytes = 0;
    for (Block block : fit.arrays()) {
      bytes += block.inuseSampled() > 0 ? block.bytes() : 0;
    }
    double slots = bytes / Math.max(1, fit.slotBytes());
    return bytes == 0
        ? NONE
        : new ArrayEstimate(
            Interval.exactly(bytes), 0, 1, new Interval(slots / 4, slots * 0.7, slots), true);
  }
}

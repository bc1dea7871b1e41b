package io.mapleak.site;

import io.mapleak.unit.Interval;
import java.util.List;
import java.util.function.LongToDoubleFunction;

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

  /** Mean fill of an array or table that doubles, of what it can take: between a half and all. */
  static final double MEAN_FILL = 0.72;

  /**
   * Many maps of one array each: each block that lives is one.
   *
   * @param most entries that a block of so many bytes can take
   */
  static ArrayEstimate ofMany(List<Block> arrays, LongToDoubleFunction most, Sampling sampling) {
    Interval bytes = Interval.exactly(0);
    Interval entries = Interval.exactly(0);
    double maps = 0;
    for (Block block : arrays) {
      if (block.inuseSampled() > 0) {
        Interval count = sampling.count(block.inuseSampled(), block.bytes());
        double full = most.applyAsDouble(block.bytes());
        bytes = bytes.plus(count.times(block.bytes()));
        entries =
            entries.plus(
                new Interval(
                    count.low() * full / 2, count.best() * MEAN_FILL * full, count.high() * full));
        maps += count.best();
      }
    }
    return new ArrayEstimate(
        Sampling.likeliestOctave(bytes), 0, Math.max(1, Math.round(maps)), entries, false);
  }

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

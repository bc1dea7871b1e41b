package io.mapleak.site;

import io.mapleak.gomap.ClassicLayout;
import io.mapleak.gomap.Implementation;
import io.mapleak.gomap.SwissLayout;
import io.mapleak.unit.Interval;
import java.util.List;

/**
 * What the objects beside a doubtful array are worth: keys or values in the number that the array
 * can hold come about by chance one time in ten or so, and for most maps they are there.
 */
final class CompanionOdds {
  /** Companions further away belong to too many other things. */
  private static final int NEAR = 2;

  /** Share of the objects ever made that must be alive: what a map holds stays. */
  private static final double LEAST_SURVIVAL = 0.5;

  /** Most that companions are worth, log odds: they may belong to another map. */
  private static final double MOST = 1.5;

  /** Numbers of entries looked at over the range that the arrays can hold. */
  private static final int STEPS = 24;

  private CompanionOdds() {}

  /** Log odds that the companion that fits best adds; never below 0. */
  static double of(Fit fit, List<Companion> companions, Sampling sampling) {
    Interval holds = holds(fit, sampling);
    double best = 0;
    for (Companion c : companions) {
      if (c.distance() <= NEAR && c.survival() >= LEAST_SURVIVAL && holds.low() > 0) {
        double sum = 0;
        for (int i = 0; i < STEPS; i++) {
          double entries = holds.low() * Math.pow(holds.high() / holds.low(), (i + 0.5) / STEPS);
          sum += CompanionCount.likelihood(List.of(c), entries, true);
        }
        best = Math.max(best, Math.log(sum / STEPS));
      }
    }
    return Math.min(MOST, best);
  }

  /** Entries that the live arrays hold if none were deleted. */
  private static Interval holds(Fit fit, Sampling sampling) {
    double low = 0;
    double high = 0;
    for (Block block : fit.arrays()) {
      if (block.inuseSampled() > 0) {
        Interval count = sampling.count(block.inuseSampled(), block.bytes());
        double full =
            fit.implementation() == Implementation.SWISS
                ? new SwissLayout(fit.slotBytes(), fit.header()).capacityOf(block.bytes()) * 7 / 8.0
                : ClassicLayout.maxEntries(
                    new ClassicLayout(fit.slotBytes(), fit.header()).bOf(block.bytes()));
        low += count.low() * full / 2;
        high += count.high() * full;
      }
    }
    return new Interval(low, (low + high) / 2, high);
  }
}

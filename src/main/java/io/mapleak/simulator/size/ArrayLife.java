package io.mapleak.simulator.size;

/**
 * The entry counts that a map's arrays serve before they grow, when it is filled without a hint,
 * and what an entry costs at the two ends.
 *
 * @param worstAt entries at which an entry costs most: just after the growth
 * @param worst bytes per entry there
 * @param bestAt entries at which it costs least: just before the next growth
 * @param best bytes per entry there
 */
public record ArrayLife(long worstAt, double worst, long bestAt, double best) {
  ArrayLife times(long factor) {
    return new ArrayLife(worstAt * factor, worst, bestAt * factor, best);
  }
}

package io.mapleak.site;

import io.mapleak.unit.Interval;
import java.util.List;

/**
 * Corrects the number of entries for deletes. Arrays never shrink, so they only tell how many
 * entries there once were; the objects beside the map die with its entries.
 */
final class Deletions {
  /** A companion this near may be a key or a value. */
  private static final int NEAR = 2;

  /** Samples ever taken of a companion that make its disappearance tell something. */
  private static final double LEAST_MADE_SAMPLES = 4;

  /**
   * Share of the array's entries that a companion must have been made for to be counted against it.
   */
  private static final double LEAST_MADE = 0.3;

  /**
   * Swiss maps whose entries come and go hold their tables for half as many: deleted slots count
   * against a table until it grows, and it may then double (golang/go#70886; only some keys are
   * pruned since Go 1.25).
   */
  private static final double SHARE_BESIDE_TOMBSTONES = 0.5;

  private Deletions() {}

  /**
   * The interval of entries after deletes.
   *
   * @param at the map's line: what is allocated there tells most
   * @param grown entries that the arrays were grown for
   * @param companions objects beside the map, nearest first
   * @param tombstones whether deleted slots may make the arrays grow, as in Swiss maps
   */
  static Interval correct(
      CodeLine at, Interval grown, List<Companion> companions, boolean tombstones) {
    Companion gone = null;
    for (Companion c : companions) {
      if (c.at().equals(at) && isGone(c, grown)) {
        gone = c;
        break;
      }
      if (c.distance() <= NEAR && CompanionCount.counts(c) && supports(c, grown)) {
        if (c.survival() >= CompanionCount.SURVIVAL_WITHOUT_DELETES || c.count() >= grown.low()) {
          return grown;
        }
        double least = tombstones ? SHARE_BESIDE_TOMBSTONES * grown.low() : grown.low();
        // some were deleted, as the companion says, but the map is in use
        double low = Math.min(least, c.low());
        return new Interval(low, Math.max(low, Math.min(grown.best(), c.high())), grown.high());
      }
      if (gone == null && c.distance() <= NEAR && isGone(c, grown)) {
        gone = c;
      }
    }
    if (gone == null) {
      return grown;
    }
    return new Interval(
        Math.min(gone.low(), grown.low()), Math.min(gone.count(), grown.best()), grown.high());
  }

  private static boolean isGone(Companion c, Interval grown) {
    return c.madeSampled() >= LEAST_MADE_SAMPLES
        && c.made() >= LEAST_MADE * grown.low()
        && c.high() < grown.low();
  }

  private static boolean supports(Companion c, Interval grown) {
    return c.high() >= 0.7 * grown.low() && c.low() <= 1.2 * grown.high();
  }
}

package io.mapleak.site;

import io.mapleak.gomap.ClassicLayout;
import org.jspecify.annotations.Nullable;

/**
 * How common a slot size is among Go maps, before any block is seen. Most maps have string or
 * integer keys and pointers, slices or flags as elems; the shares are rough, they only break ties
 * between sizes that fit the same blocks.
 */
final class SlotPrior {
  /** Largest slot: key and elem of at most 128 bytes each are stored inline. */
  static final int MAX_SLOT = 256;

  /**
   * Larger slots, with structs inline, are the rarer the larger: 1 over their size, a fifth of all
   * maps together.
   */
  private static final double LONG_TAIL = 1.0;

  /** Share, of that of another size, at which a size is too common to be left out. */
  private static final double NEARLY_AS_COMMON = 0.2;

  private SlotPrior() {}

  /**
   * Share of classic maps with this slot: key and elem arrays are packed, so map[string]bool has 17
   * bytes.
   */
  static double classic(int slot) {
    return switch (slot) {
      case 8 -> 0.05;
      case 16 -> 0.26;
      case 24 -> 0.24;
      case 32 -> 0.14;
      case 40 -> 0.07;
      case 9 -> 0.02;
      case 12 -> 0.03;
      case 17 -> 0.04;
      case 20 -> 0.03;
      default -> slot % 8 == 0 ? LONG_TAIL / slot : slot % 4 == 0 ? 0.02 / 30 : 0.02 / 190;
    };
  }

  /**
   * Another slot of classic maps that is nearly as common and whose buckets are twice as large, or
   * half as large: arrays of 2^B buckets are then the same blocks, and only their entries differ.
   *
   * @return null when there is none: of the common sizes 9 and 20 bytes have one, each other; a
   *     rare size with a common twin is not chosen where both fit
   */
  static @Nullable Integer twin(int slot) {
    long bucket = new ClassicLayout(slot, false).bucketBytes();
    for (int other = 1; other <= MAX_SLOT; other++) {
      long its = new ClassicLayout(other, false).bucketBytes();
      if ((its == 2 * bucket || bucket == 2 * its)
          && classic(other) > NEARLY_AS_COMMON * classic(slot)) {
        return other;
      }
    }
    return null;
  }

  /**
   * Share of Swiss maps with this slot: key and elem are padded like a struct, so map[string]bool
   * has 24 bytes.
   */
  static double swiss(int slot) {
    return switch (slot) {
      case 8 -> 0.07;
      case 16 -> 0.30;
      case 24 -> 0.28;
      case 32 -> 0.15;
      case 40 -> 0.07;
      default -> slot % 8 == 0 ? LONG_TAIL / slot : slot % 4 == 0 ? 0.015 / 32 : 0.005 / 192;
    };
  }
}

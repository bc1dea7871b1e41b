package io.mapleak.site;

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

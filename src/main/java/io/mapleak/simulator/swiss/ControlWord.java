package io.mapleak.simulator.swiss;

/**
 * The 8 control bytes of a group as one little-endian word: slot i is byte i, which is empty,
 * deleted, or the lower 7 bits of the hash of a full slot (internal/runtime/maps/group.go). Matches
 * are told by the high bits of their bytes.
 */
public final class ControlWord {
  /** No key since the group was made or the slot was freed without a trace. */
  public static final int EMPTY = 0x80;

  /** A tombstone: no key, but probing must go on behind it. */
  public static final int DELETED = 0xfe;

  private static final long LOW_BITS = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;

  /** Eight empty slots. */
  static final long ALL_EMPTY = HIGH_BITS;

  private ControlWord() {}

  /** The control byte of a full slot. */
  static int h2(long hash) {
    return (int) hash & 0x7f;
  }

  /** The control byte of a slot. */
  public static int at(long word, int slot) {
    return (int) (word >>> (slot << 3)) & 0xff;
  }

  static long with(long word, int slot, int control) {
    int shift = slot << 3;
    return (word & ~(0xffL << shift)) | ((long) control << shift);
  }

  /** The slots with this h2; now and then also one behind a match, so keys have to be compared. */
  static long matchH2(long word, int h2) {
    long difference = word ^ LOW_BITS * h2;
    return (difference - LOW_BITS) & ~difference & HIGH_BITS;
  }

  static long matchEmpty(long word) {
    return word & ~(word << 6) & HIGH_BITS;
  }

  static long matchEmptyOrDeleted(long word) {
    return word & HIGH_BITS;
  }

  static long matchFull(long word) {
    return ~word & HIGH_BITS;
  }

  /** The first slot of some matches. */
  static int first(long matches) {
    return Long.numberOfTrailingZeros(matches) >>> 3;
  }
}

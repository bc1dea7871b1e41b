package io.mapleak.simulator.classic;

/**
 * The 8 tophash bytes of a bucket as one little-endian word: slot i is byte i. A byte is a mark
 * below {@link #MIN_TOP_HASH}, or the top byte of the key's hash (runtime/map.go: tophash).
 */
public final class Tophash {
  /** Empty, and nothing after it in this bucket or in its chain. */
  static final int EMPTY_REST = 0;

  /** Empty. */
  static final int EMPTY_ONE = 1;

  /** Moved to the first half of the new array. */
  static final int EVACUATED_X = 2;

  /** Moved to the second half of the new array. */
  static final int EVACUATED_Y = 3;

  /** Was empty when its bucket was evacuated. */
  static final int EVACUATED_EMPTY = 4;

  /** The smallest tophash of an entry. */
  public static final int MIN_TOP_HASH = 5;

  private static final long LOW_BITS = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final long BITS_OF_EMPTY_ONE = LOW_BITS * EMPTY_ONE;

  private Tophash() {}

  /** The tophash of a hash. */
  static int of(long hash) {
    int top = (int) (hash >>> 56);
    return top < MIN_TOP_HASH ? top + MIN_TOP_HASH : top;
  }

  /** The byte of a slot. */
  public static int at(long word, int slot) {
    return (int) (word >>> (slot << 3)) & 0xff;
  }

  /** The word with another byte at a slot. */
  static long with(long word, int slot, int tophash) {
    int shift = slot << 3;
    return (word & ~(0xffL << shift)) | ((long) tophash << shift);
  }

  /** The slots with this byte, one high bit each. */
  static long matches(long word, int tophash) {
    return zeroBytes(word ^ LOW_BITS * tophash);
  }

  /** The slots that are emptyRest or emptyOne, one high bit each (isEmpty). */
  static long empties(long word) {
    return zeroBytes(word & ~BITS_OF_EMPTY_ONE);
  }

  /** Whether nothing follows after some slot of this bucket. */
  static boolean hasEmptyRest(long word) {
    return zeroBytes(word) != 0;
  }

  /** The first slot of some that are told by their high bits. */
  static int first(long bits) {
    return Long.numberOfTrailingZeros(bits) >>> 3;
  }

  /** Whether the bucket that begins with this word has been evacuated (evacuated). */
  public static boolean evacuated(long word) {
    int top = at(word, 0);
    return top > EMPTY_ONE && top < MIN_TOP_HASH;
  }

  /** The high bit of each byte that is 0; exact, no carry runs from byte to byte. */
  private static long zeroBytes(long word) {
    return ~(((word & ~HIGH_BITS) + ~HIGH_BITS) | word | ~HIGH_BITS);
  }
}

package io.mapleak.gomap;

/**
 * What a map needs to know of its key or elem type.
 *
 * @param name Go spelling, for people only
 * @param size bytes of a value
 * @param align its alignment, bytes
 * @param pointers whether a value holds pointers
 */
public record GoType(String name, long size, int align, boolean pointers) {
  /**
   * Values above this many bytes stand in objects of their own, the map holds pointers to them
   * (internal/abi/map.go: MapMaxKeyBytes, MapMaxElemBytes).
   */
  public static final long MAX_INLINE = 128;

  /** Bytes of a pointer. */
  public static final int POINTER = 8;

  /** Whether the map holds a pointer to the value instead of the value. */
  public boolean indirect() {
    return size > MAX_INLINE;
  }

  /** Bytes that the map holds for a value. */
  public long storedSize() {
    return indirect() ? POINTER : size;
  }

  /** Alignment of what the map holds. */
  public int storedAlign() {
    return indirect() ? POINTER : align;
  }

  /** Whether what the map holds has pointers. */
  public boolean storedPointers() {
    return indirect() || pointers;
  }
}

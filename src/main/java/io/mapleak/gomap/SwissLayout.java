package io.mapleak.gomap;

/**
 * Sizes of a Swiss map: groups of 8 slots and a control word, in tables of 16 to 1024 slots; beyond
 * that the map has several tables (internal/runtime/maps/table.go, group.go).
 *
 * @param slotBytes one slot with padding; a group has 8 + 8 x slot bytes
 * @param pointers whether groups hold pointers, so that their arrays carry a malloc header
 */
public record SwissLayout(int slotBytes, boolean pointers) {
  /** Slots of a group. */
  public static final int SLOTS = 8;

  /** Slots of the largest table (maxTableCapacity). */
  public static final int MAX_TABLE = 1024;

  /** Slots of a full table that may be in use: 7 of 8. */
  public static final int MAX_TABLE_ENTRIES = 896;

  /** Bytes of a table's header object. */
  public static final int TABLE_OBJECT = 32;

  /** Bytes of one group, before the allocator rounds. */
  public long groupBytes() {
    return slotBytes == 0 ? 16 : 8 + 8L * slotBytes;
  }

  /** Slots that a map made for so many entries needs, not rounded (NewMap: targetCapacity). */
  public static long targetCapacity(long hint) {
    return hint * SLOTS / 7;
  }

  /** Tables that a map made for so many entries begins with (NewMap: dirSize). */
  public static long tables(long hint) {
    return powerOfTwoAtLeast((targetCapacity(hint) + MAX_TABLE - 1) / MAX_TABLE);
  }

  /** Whether NewMap heeds a hint; it ignores one so large that the map could not exist. */
  public boolean heeds(long hint) {
    return hint <= SizeClasses.MAX_ALLOC
        && tables(hint) * MAX_TABLE * groupBytes() <= SizeClasses.MAX_ALLOC;
  }

  /** The least power of two that is not below n (alignUpPow2). */
  public static long powerOfTwoAtLeast(long n) {
    return n <= 1 ? 1 : Long.highestOneBit(n - 1) << 1;
  }

  /** What the groups of a table are charged. */
  public long tableCharge(int capacity) {
    return SizeClasses.charge(capacity / SLOTS * groupBytes(), pointers);
  }

  /**
   * The capacity, 8 to 1024 slots, whose groups are charged exactly so, or -1; 8 is a map of a
   * single group.
   */
  public int capacityOf(long charge) {
    for (int capacity = SLOTS; capacity <= MAX_TABLE; capacity *= 2) {
      if (tableCharge(capacity) == charge) {
        return capacity;
      }
    }
    return -1;
  }
}

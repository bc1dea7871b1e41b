package io.mapleak.forecast;

import io.mapleak.gomap.SwissLayout;

/**
 * Swiss maps of one line: a table doubles up to 1024 slots, then each splits by itself
 * (internal/runtime/maps/table.go: rehash). A single map has made 2 T - 1 of its T largest tables.
 *
 * @param layout of a group
 * @param maps that share the entries evenly
 */
record SwissCurve(SwissLayout layout, double maps) implements CapacityCurve {
  @Override
  public int variants() {
    return TableCounts.VARIANTS;
  }

  private double slots(double entries, int variant) {
    return TableCounts.slots(entries / maps, variant);
  }

  @Override
  public double arrayBytes(double entries, int variant) {
    return arrayBytes(slots(entries, variant));
  }

  @Override
  public Blocks blocks(long bytes) {
    int capacity = layout.capacityOf(bytes);
    return capacity == SwissLayout.MAX_TABLE ? new LargestTables() : new SmallTables(capacity);
  }

  private final class LargestTables implements Blocks {
    private double ofOne(double entries, int variant) {
      return Math.floor(slots(entries, variant) / SwissLayout.MAX_TABLE);
    }

    @Override
    public double live(double entries, int variant) {
      return maps * ofOne(entries, variant);
    }

    @Override
    public double made(double entries, int variant) {
      return maps * Math.max(0, 2 * ofOne(entries, variant) - 1);
    }
  }

  /** One table, while it doubles. */
  private final class SmallTables implements Blocks {
    private final int capacity;

    SmallTables(int capacity) {
      this.capacity = capacity;
    }

    @Override
    public double live(double entries, int variant) {
      return slots(entries, variant) == capacity ? maps : 0;
    }

    @Override
    public double made(double entries, int variant) {
      return slots(entries, variant) >= capacity ? maps : 0;
    }
  }

  /** Slots, all in equal tables, that hold so many entries. */
  private double holding(double entries) {
    double slots = SwissLayout.SLOTS;
    while (maps * mostEntries(slots) < entries) {
      slots *= 2;
    }
    return slots;
  }

  /** A single group is filled to the last slot, tables to 7 of 8. */
  private static double mostEntries(double slots) {
    return slots == SwissLayout.SLOTS
        ? SwissLayout.SLOTS
        : slots * SwissLayout.MAX_TABLE_ENTRIES / SwissLayout.MAX_TABLE;
  }

  private double arrayBytes(double slots) {
    double largest = Math.min(SwissLayout.MAX_TABLE, slots);
    return maps * slots / largest * layout.tableCharge((int) largest);
  }

  @Override
  public double nextGrowth(double entries) {
    return maps * mostEntries(holding(entries));
  }

  @Override
  public double grownBytes(double entries) {
    return arrayBytes(2 * holding(entries));
  }

  /** Small tables double, large ones split into two: one at a time in each map. */
  @Override
  public double transientBytes(double entries) {
    double slots = holding(entries);
    double largest = Math.min(SwissLayout.MAX_TABLE, slots);
    return arrayBytes(slots) + maps * 2 * layout.tableCharge((int) largest);
  }
}

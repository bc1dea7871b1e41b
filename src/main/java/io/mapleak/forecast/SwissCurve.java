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
    double slots = slots(entries, variant);
    return slots <= SwissLayout.MAX_TABLE
        ? maps * layout.tableCharge((int) slots)
        : maps * slots / SwissLayout.MAX_TABLE * layout.tableCharge(SwissLayout.MAX_TABLE);
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

  @Override
  public double nextGrowth(double entries) {
    return Double.POSITIVE_INFINITY;
  }

  /** One table at a time is split into two. */
  @Override
  public double transientBytes(double entries) {
    return 3.0 * layout.tableCharge(SwissLayout.MAX_TABLE);
  }
}

package io.mapleak.forecast;

import io.mapleak.gomap.SwissLayout;
import io.mapleak.simulator.SeededHashes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Slots of a Swiss map by its entries, when these only grow, with several hash seeds. They depend
 * neither on the type nor on the release, for only deletes make these differ; and only on the first
 * bits of the hashes, which choose the table and the half of it that an entry goes to when it
 * splits (internal/runtime/maps/map.go: directoryIndex, table.go: rehash, split). So they are
 * counted here without a model; a test holds them against it.
 */
final class TableCounts {
  /** Hash seeds tried. */
  static final int VARIANTS = 8;

  /** Entries up to which is counted: each doubling beyond repeats the last. */
  static final int LARGEST = 1 << 16;

  /** Bits of a hash that are looked at: 2^16 entries make tables of 7 bits, seldom of 8. */
  private static final int BITS = 12;

  /** Entries by the first bits of their hashes. */
  private final int[] cells = new int[1 << BITS];

  /** How many bits the table of a cell goes by. */
  private final int[] depths = new int[1 << BITS];

  /** Entries of a table, at its first cell. */
  private final int[] used = new int[1 << BITS];

  private int tables = 1;

  /** Filled on first use. */
  private static final class Lazily {
    static final List<int[]> SLOTS = allSlots();

    private Lazily() {}
  }

  private TableCounts() {}

  private static List<int[]> allSlots() {
    List<int[]> all = new ArrayList<>();
    for (int seed = 1; seed <= VARIANTS; seed++) {
      all.add(slots(seed));
    }
    return List.copyOf(all);
  }

  /** What one seed shows: slots by entries. */
  static int[] slots(int seed) {
    SeededHashes hashes = new SeededHashes(seed);
    long ofMap = hashes.newSeed();
    TableCounts counts = new TableCounts();
    int[] slots = new int[LARGEST + 1];
    int small = SwissLayout.SLOTS;
    for (int key = 0; key < LARGEST; key++) {
      counts.add((int) (hashes.hash(key, ofMap) >>> (Long.SIZE - BITS)));
      while (small < SwissLayout.MAX_TABLE && key + 1 > SwissCurve.mostEntries(small)) {
        small *= 2;
      }
      slots[key + 1] = counts.tables * small;
    }
    return slots;
  }

  private void add(int cell) {
    int first = first(cell);
    while (used[first] == SwissLayout.MAX_TABLE_ENTRIES) {
      split(first);
      first = first(cell);
    }
    cells[cell]++;
    used[first]++;
  }

  private int first(int cell) {
    return cell & -(1 << (BITS - depths[cell]));
  }

  private void split(int first) {
    int half = 1 << (BITS - depths[first] - 1);
    Arrays.fill(depths, first, first + 2 * half, depths[first] + 1);
    used[first] = 0;
    for (int i = 0; i < half; i++) {
      used[first] += cells[first + i];
      used[first + half] += cells[first + half + i];
    }
    tables++;
  }

  /**
   * Slots at so many entries.
   *
   * @param variant 0 to {@link #VARIANTS} - 1
   */
  static double slots(double entries, int variant) {
    double factor = 1;
    double n = entries;
    while (n > LARGEST) {
      n /= 2;
      factor *= 2;
    }
    return factor * Lazily.SLOTS.get(variant)[(int) Math.max(1, n)];
  }
}

package io.mapleak.forecast;

import io.mapleak.gomap.GoType;
import io.mapleak.gomap.GoVersion;
import io.mapleak.gomap.MapType;
import io.mapleak.gomap.MapVariant;
import io.mapleak.simulator.MapModel;
import io.mapleak.simulator.Models;
import io.mapleak.simulator.SeededHashes;
import java.util.ArrayList;
import java.util.List;

/**
 * Slots of a Swiss map by its entries, when these only grow: noted once from the model with several
 * hash seeds. They depend neither on the type nor on the release: only deletes make these differ.
 */
final class TableCounts {
  /** Hash seeds tried. */
  static final int VARIANTS = 8;

  /** Entries up to which a model is run: each doubling beyond repeats the last. */
  private static final int LARGEST = 1 << 16;

  private static final MapType TYPE =
      new MapType(
          new GoType("int64", 8, 8, false), new GoType("int64", 8, 8, false), MapVariant.SLOW);

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
  private static int[] slots(int seed) {
    MapModel map = Models.make(GoVersion.NEWEST, TYPE, Models.NO_HINT, new SeededHashes(seed));
    int[] slots = new int[LARGEST + 1];
    long allocated = 0;
    for (int key = 0; key < LARGEST; key++) {
      map.assign(key);
      slots[key + 1] = slots[key];
      if (map.heap().totalAlloc() != allocated) {
        allocated = map.heap().totalAlloc();
        slots[key + 1] = Math.toIntExact(map.gauges().slots());
      }
    }
    return slots;
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

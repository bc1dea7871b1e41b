package io.mapleak.forecast;

import io.mapleak.gomap.GoType;
import io.mapleak.gomap.GoVersion;
import io.mapleak.gomap.MapType;
import io.mapleak.gomap.MapVariant;
import io.mapleak.simulator.MapModel;
import io.mapleak.simulator.Models;
import io.mapleak.simulator.SeededHashes;
import java.util.ArrayList;
import java.util.Arrays;
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

  /** What one seed shows: from {@code entries[i]} on there are {@code slots[i]}. */
  private static final class Steps {
    private final int[] entries;
    private final long[] slots;

    private Steps(int[] entries, long[] slots) {
      this.entries = entries;
      this.slots = slots;
    }

    double at(double n) {
      int i = Arrays.binarySearch(entries, (int) Math.max(1, n));
      return slots[i >= 0 ? i : Math.max(0, -i - 2)];
    }
  }

  /** Filled on first use. */
  private static final class Lazily {
    static final List<Steps> STEPS = steps();

    private Lazily() {}
  }

  private TableCounts() {}

  private static List<Steps> steps() {
    List<Steps> all = new ArrayList<>();
    for (int seed = 1; seed <= VARIANTS; seed++) {
      all.add(steps(seed));
    }
    return List.copyOf(all);
  }

  private static Steps steps(int seed) {
    MapModel map = Models.make(GoVersion.NEWEST, TYPE, Models.NO_HINT, new SeededHashes(seed));
    List<Integer> entries = new ArrayList<>();
    List<Long> slots = new ArrayList<>();
    long allocated = 0;
    for (int key = 0; key < LARGEST; key++) {
      map.assign(key);
      if (map.heap().totalAlloc() != allocated) {
        allocated = map.heap().totalAlloc();
        entries.add(key + 1);
        slots.add(map.gauges().slots());
      }
    }
    return new Steps(
        entries.stream().mapToInt(Integer::intValue).toArray(),
        slots.stream().mapToLong(Long::longValue).toArray());
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
    return factor * Lazily.STEPS.get(variant).at(n);
  }
}

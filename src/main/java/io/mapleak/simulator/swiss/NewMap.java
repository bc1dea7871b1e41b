package io.mapleak.simulator.swiss;

import io.mapleak.gomap.GoVersion;
import io.mapleak.gomap.MapType;
import io.mapleak.gomap.SwissLayout;
import io.mapleak.simulator.HashSource;
import io.mapleak.simulator.Heap;

/** {@code make(map[K]V, hint)} (internal/runtime/maps/map.go: NewMap). */
final class NewMap {
  /** The largest directory that a model may have: 2^18 tables of 1024 slots. */
  private static final int MAX_DIRECTORY = 1 << 18;

  private NewMap() {}

  static MapHeader newMap(MapType type, GoVersion go, long hint, HashSource hashes, Heap heap) {
    MapHeader h = new MapHeader(type, go, hashes, heap);
    if (hint > SwissLayout.SLOTS && h.layout.heeds(hint)) {
      h.directory = tables(h, hint);
    }
    return h;
  }

  private static Directory tables(MapHeader h, long hint) {
    if (hint > (long) MAX_DIRECTORY * SwissLayout.MAX_TABLE_ENTRIES) {
      throw new IllegalArgumentException("a hint of " + hint + " entries is too large a model");
    }
    long tables = SwissLayout.tables(hint);
    int globalDepth = Long.numberOfTrailingZeros(tables);
    Directory made = new Directory(h.heap, globalDepth);
    long share = Math.max(SwissLayout.SLOTS, SwissLayout.targetCapacity(hint) / tables);
    int each = Math.toIntExact(SwissLayout.powerOfTwoAtLeast(share));
    for (int i = 0; i < tables; i++) {
      made.replace(h.newTable(each, i, globalDepth));
    }
    return made;
  }
}

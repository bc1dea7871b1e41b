package io.mapleak.simulator.swiss;

import static java.util.Objects.requireNonNull;

/** {@code clear(m)} (internal/runtime/maps/map.go: Clear, clearSmall): tables keep their groups. */
final class MapClear {
  private MapClear() {}

  static void mapclear(MapHeader h) {
    if (h.used == 0 && !h.tombstonePossible) {
      return;
    }
    if (h.directory == null) {
      requireNonNull(h.small).setEmpty();
    } else {
      h.directory.forEach(Table::clear);
    }
    h.dropEntries(h.used);
    h.used = 0;
    h.tombstonePossible = false;
    h.clearSeq++;
    h.seed = h.hashes.newSeed();
  }
}

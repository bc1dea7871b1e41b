package io.mapleak.simulator.swiss;

import static java.util.Objects.requireNonNull;

import io.mapleak.gomap.SwissLayout;

/** {@code delete(m, key)} (internal/runtime/maps/map.go: Delete, deleteSmall; table.go: Delete). */
final class MapDelete {
  private MapDelete() {}

  static void mapdelete(MapHeader h, int key) {
    if (h.used == 0) {
      return;
    }
    long hash = h.hash(key);
    boolean deleted =
        h.directory == null
            ? deleteSmall(requireNonNull(h.small), hash, key)
            : delete(h, h.directory.of(hash), hash, key);
    if (!deleted) {
      return;
    }
    h.dropEntries(1);
    h.used--;
    if (h.used == 0) {
      h.seed = h.hashes.newSeed();
    }
  }

  private static boolean deleteSmall(Groups group, long hash, int key) {
    int slot = SmallMap.find(group, hash, key);
    if (slot == SmallMap.ABSENT) {
      return false;
    }
    group.setControl(0, slot, ControlWord.EMPTY);
    return true;
  }

  private static boolean delete(MapHeader h, Table table, long hash, int key) {
    int found = table.find(hash, key);
    if (found < 0) {
      return false;
    }
    int group = found / SwissLayout.SLOTS;
    int slot = found % SwissLayout.SLOTS;
    table.used--;
    if (ControlWord.matchEmpty(table.groups.controls(group)) != 0) {
      table.groups.setControl(group, slot, ControlWord.EMPTY);
      table.growthLeft++;
    } else {
      table.groups.setControl(group, slot, ControlWord.DELETED);
      h.tombstonePossible = h.notesTombstones;
    }
    return true;
  }
}

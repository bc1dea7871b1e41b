package io.mapleak.simulator.swiss;

import io.mapleak.gomap.GoVersion;
import io.mapleak.gomap.MapVariant;

/**
 * Frees tombstones that no probing has to pass, so that a map of constant size need not grow
 * (internal/runtime/maps/table.go: pruneTombstones, golang/go#70886).
 */
final class Tombstones {
  private static final GoVersion FIRST_PRUNING = GoVersion.of(25);
  private static final GoVersion FIRST_PRUNING_POINTER_KEYS = GoVersion.of(27);

  /** Fewer tombstones than a tenth of the capacity are not worth the effort. */
  private static final int WORTH = 10;

  private Tombstones() {}

  /** Whether this entry function prunes before it grows a table. */
  static boolean arePruned(GoVersion go, MapVariant variant) {
    return switch (variant) {
      case FAST32, FAST64, FASTSTR -> go.atLeast(FIRST_PRUNING);
      case FAST64PTR -> go.atLeast(FIRST_PRUNING_POINTER_KEYS);
      case SLOW -> false;
    };
  }

  static void prune(MapHeader h, Table table) {
    if (table.tombstones() * WORTH < table.capacity()) {
      return;
    }
    Groups groups = table.groups;
    boolean[] needed = needed(h, groups);
    int free = 0;
    for (int g = 0; g < groups.length(); g++) {
      if (!needed[g]) {
        free += Long.bitCount(ControlWord.matchEmptyOrDeleted(groups.controls(g)));
      }
    }
    if (free * WORTH < table.capacity()) {
      return;
    }
    for (int g = 0; g < groups.length(); g++) {
      if (!needed[g]) {
        long deleted = ControlWord.matchEmptyOrDeleted(groups.controls(g));
        for (long m = deleted; m != 0; m &= m - 1) {
          groups.setControl(g, ControlWord.first(m), ControlWord.EMPTY);
          table.growthLeft++;
        }
      }
    }
  }

  /** The groups whose tombstones some key's probing passes, and those that have none. */
  private static boolean[] needed(MapHeader h, Groups groups) {
    boolean[] needed = new boolean[groups.length()];
    for (int g = 0; g < groups.length(); g++) {
      long controls = groups.controls(g);
      for (long m = ControlWord.matchFull(controls); m != 0; m &= m - 1) {
        markProbed(h, groups, needed, g, ControlWord.first(m));
      }
      if (ControlWord.matchEmpty(controls) != 0) {
        needed[g] = true;
      }
    }
    return needed;
  }

  private static void markProbed(
      MapHeader h, Groups groups, boolean[] needed, int group, int slot) {
    int mask = groups.mask();
    int offset = ProbeSeq.start(h.hash(groups.key(group, slot)), mask);
    for (int step = 1; offset != group; step++) {
      if (ControlWord.matchEmptyOrDeleted(groups.controls(offset)) != 0) {
        needed[offset] = true;
      }
      offset = ProbeSeq.next(offset, step, mask);
    }
  }
}

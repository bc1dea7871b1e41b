package io.mapleak.forecast;

import io.mapleak.gomap.ClassicLayout;
import io.mapleak.gomap.GoType;
import io.mapleak.gomap.GoVersion;
import io.mapleak.gomap.Implementation;
import io.mapleak.gomap.MapType;
import io.mapleak.gomap.MapVariant;
import io.mapleak.gomap.SwissLayout;
import io.mapleak.simulator.Models;
import io.mapleak.simulator.SeededHashes;
import io.mapleak.site.MapSite;
import io.mapleak.site.SiteHistory;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chooses what a site's maps allocate for their entries. */
final class Curves {
  private static final long SEED = 1;

  /** Bytes of a trie's entry and of its indirect node, as charged (internal/sync). */
  private static final List<Long> TRIE_BLOCKS = List.of(48L, 160L);

  private Curves() {}

  /**
   * The curve of a site; null where its slots are not known.
   *
   * @param go the release, or one of its kind
   */
  static @Nullable CapacityCurve of(SiteHistory history, GoVersion go) {
    MapSite site = history.site();
    double maps = history.single() ? 1 : Math.max(1, site.instances());
    Integer slot = site.slotBytes();
    if (site.implementation() == Implementation.SYNC_MAP && slot == null) {
      return new SimulatedCurve(
          Models.syncMap(SimulatedCurve.release(go, true), new SeededHashes(SEED)),
          maps,
          TRIE_BLOCKS,
          0);
    }
    if (slot == null) {
      return null;
    }
    SiteHistory.Step last = history.steps().get(history.steps().size() - 1);
    if (site.implementation() == Implementation.SWISS) {
      boolean pointers = header(history, slot);
      SwissLayout layout = new SwissLayout(slot, pointers);
      List<Long> tables = new ArrayList<>();
      for (int c = SwissLayout.SLOTS; c <= SwissLayout.MAX_TABLE; c *= 2) {
        tables.add(layout.tableCharge(c));
      }
      return new SimulatedCurve(
          Models.make(
              SimulatedCurve.release(go, true),
              slots(slot, pointers),
              Models.NO_HINT,
              new SeededHashes(SEED)),
          maps,
          tables,
          3.0 * layout.tableCharge(SwissLayout.MAX_TABLE));
    }
    double arrays =
        site.implementation() == Implementation.SYNC_MAP && last.largest() > 0
            ? Math.max(1, Math.min(2, Math.round(site.arrayBytes().best() / last.largest())))
            : 1;
    return new ClassicCurve(new ClassicLayout(slot, header(history, slot)), maps, arrays);
  }

  /** Whether the arrays seen carry malloc headers, as far as their sizes tell. */
  private static boolean header(SiteHistory history, int slot) {
    int with = 0;
    int without = 0;
    for (SiteHistory.Rung rung : history.steps().get(history.steps().size() - 1).rungs()) {
      if (history.site().implementation() == Implementation.SWISS) {
        with += new SwissLayout(slot, true).capacityOf(rung.bytes()) > 0 ? 1 : 0;
        without += new SwissLayout(slot, false).capacityOf(rung.bytes()) > 0 ? 1 : 0;
      } else {
        with += new ClassicLayout(slot, true).bOf(rung.bytes()) >= 0 ? 1 : 0;
        without += new ClassicLayout(slot, false).bOf(rung.bytes()) >= 0 ? 1 : 0;
      }
    }
    return with >= without;
  }

  /** A type with slots of this size: only sizes matter to what is allocated. */
  private static MapType slots(int slot, boolean pointers) {
    int key = slot / 2;
    return new MapType(
        new GoType("key", key, 1, pointers),
        new GoType("elem", slot - key, 1, pointers),
        MapVariant.SLOW);
  }
}

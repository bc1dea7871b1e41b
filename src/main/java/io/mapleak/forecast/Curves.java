package io.mapleak.forecast;

import io.mapleak.gomap.ClassicLayout;
import io.mapleak.gomap.GoVersion;
import io.mapleak.gomap.Implementation;
import io.mapleak.gomap.SwissLayout;
import io.mapleak.site.MapSite;
import io.mapleak.site.SiteHistory;
import java.util.List;

/** Chooses what a site's maps allocate for their entries. */
final class Curves {
  private Curves() {}

  /**
   * The curves that a site may follow, the likeliest first: one for each slot size that fits its
   * blocks; none where its slots are not known.
   *
   * @param go the release, or one of its kind
   */
  static List<CapacityCurve> of(SiteHistory history, GoVersion go) {
    MapSite site = history.site();
    double maps = history.single() ? 1 : Math.max(1, site.instances());
    Integer slot = site.slotBytes();
    if (slot == null) {
      return site.implementation() == Implementation.SYNC_MAP
          ? List.of(new TrieCurve(maps))
          : List.of();
    }
    if (site.implementation() == Implementation.SWISS) {
      boolean pointers = history.arraysHaveHeaders(slot);
      return List.of(new SwissCurve(new SwissLayout(slot, pointers), maps));
    }
    Integer other = history.otherSlotBytes();
    return other == null
        ? List.of(classic(history, go, slot, maps))
        : List.of(classic(history, go, slot, maps), classic(history, go, other, maps));
  }

  private static ClassicCurve classic(SiteHistory history, GoVersion go, int slot, double maps) {
    MapSite site = history.site();
    boolean copied = site.implementation() == Implementation.SYNC_MAP;
    SiteHistory.Step last = history.steps().get(history.steps().size() - 1);
    double arrays =
        copied && last.largest() > 0
            ? Math.max(1, Math.min(2, Math.round(site.arrayBytes().best() / last.largest())))
            : 1;
    double loadFactor =
        go.equals(ClassicLayout.LIGHT)
            ? ClassicLayout.LIGHT_LOAD_FACTOR
            : ClassicLayout.LOAD_FACTOR;
    ClassicLayout layout = new ClassicLayout(slot, history.arraysHaveHeaders(slot));
    return new ClassicCurve(layout, loadFactor, maps, arrays, copied);
  }
}

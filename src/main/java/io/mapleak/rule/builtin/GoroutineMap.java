package io.mapleak.rule.builtin;

import io.mapleak.evidence.GoroutineTrack;
import io.mapleak.evidence.StackFrame;
import io.mapleak.rule.Evidence;
import io.mapleak.site.MapSite;
import io.mapleak.site.SiteHistory;
import io.mapleak.unit.Interval;
import java.util.Optional;

/** Finds the map that gets an entry for each goroutine. */
final class GoroutineMap {
  /** The map and the goroutines must be as many, give or take this factor. */
  private static final double SAME_COUNT = 1.6;

  /** Points from which on map and goroutines are one leak: the code, and the counts, say so. */
  private static final int ENOUGH = 5;

  private GoroutineMap() {}

  /** The map site of these goroutines; empty when none is near enough. */
  static Optional<MapSite> of(GoroutineTrack track, Evidence evidence) {
    MapSite best = null;
    int most = ENOUGH - 1;
    for (Evidence.JudgedGrowth judged : evidence.sites()) {
      int points = points(track, judged.history());
      if (points > most) {
        most = points;
        best = judged.history().site();
      }
    }
    return Optional.ofNullable(best);
  }

  private static int points(GoroutineTrack track, SiteHistory history) {
    String function = history.site().at().function();
    StackFrame creator = track.createdBy();
    int code = near(function, track.entry().function());
    if (creator != null) {
      String starts = SymbolOwner.outermost(creator.function());
      code = Math.max(code, near(function, starts));
      boolean makesElems =
          history.companions().stream()
              .anyMatch(trail -> SymbolOwner.outermost(trail.at().function()).equals(starts));
      code = makesElems ? Math.max(code, 3) : code;
    }
    return code == 0 ? 0 : code + (sameCount(track, history.site()) ? 3 : 0);
  }

  /** Same function 5, same type 3, same package 2, else 0. */
  private static int near(String site, String other) {
    if (SymbolOwner.outermost(site).equals(SymbolOwner.outermost(other))) {
      return 5;
    }
    if (SymbolOwner.of(site).equals(SymbolOwner.of(other))) {
      return 3;
    }
    return SymbolOwner.packageOf(site).equals(SymbolOwner.packageOf(other)) ? 2 : 0;
  }

  private static boolean sameCount(GoroutineTrack track, MapSite site) {
    Interval entries = site.entries();
    double goroutines = track.last();
    return entries != null
        && goroutines >= entries.low() / SAME_COUNT
        && goroutines <= entries.high() * SAME_COUNT;
  }
}

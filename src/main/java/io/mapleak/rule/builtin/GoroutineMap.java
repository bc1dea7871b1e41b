package io.mapleak.rule.builtin;

import io.mapleak.evidence.GoroutineTrack;
import io.mapleak.evidence.StackFrame;
import io.mapleak.gomap.ClassicLayout;
import io.mapleak.gomap.SwissLayout;
import io.mapleak.rule.Evidence;
import io.mapleak.site.AllocationPoint;
import io.mapleak.site.Block;
import io.mapleak.site.CodeLine;
import io.mapleak.site.FunctionNames;
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

  /** Fewer goroutines than this fit a small map's array too easily. */
  private static final long LEAST_ENTRIES = 100;

  /** Least entries for each block: a table of 1024 slots holds 448 at the least. */
  private static final double ENTRIES_PER_BLOCK = 100;

  /** Calls between the one who starts the goroutine and the line of the map. */
  private static final int NEAR = 2;

  /** Largest slot: key and elem of 128 bytes each, beyond which maps store pointers. */
  private static final int LARGEST_SLOT = 256;

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
    return FunctionNames.packageOf(site).equals(FunctionNames.packageOf(other)) ? 2 : 0;
  }

  private static boolean sameCount(GoroutineTrack track, MapSite site) {
    Interval entries = site.entries();
    double goroutines = track.last();
    return entries != null
        && goroutines >= entries.low() / SAME_COUNT
        && goroutines <= entries.high() * SAME_COUNT;
  }

  /**
   * A line that is no map site on its own evidence, for one block is not enough, but whose block is
   * what a map of as many entries has, allocated by the function that starts the goroutines. Empty
   * when there is none, or two.
   */
  static Optional<CodeLine> unproved(GoroutineTrack track, Evidence evidence) {
    StackFrame creator = track.createdBy();
    if (creator == null || track.last() < LEAST_ENTRIES) {
      return Optional.empty();
    }
    CodeLine found = null;
    for (AllocationPoint point : evidence.points()) {
      boolean fits =
          point.blocks().stream()
              .anyMatch(block -> isFew(block, track.last()) && fits(block.bytes(), track.last()));
      if (fits && isCalledBy(creator.function(), point)) {
        if (found != null && !found.equals(point.owner())) {
          return Optional.empty();
        }
        found = point.owner();
      }
    }
    return Optional.ofNullable(found);
  }

  /** Arrays and tables are far fewer than entries; objects of the entries are not. */
  private static boolean isFew(Block block, long entries) {
    double live = (double) block.inuseBytes() / block.bytes();
    return block.inuseSampled() > 0 && live * ENTRIES_PER_BLOCK <= entries;
  }

  private static boolean isCalledBy(String creator, AllocationPoint point) {
    return point.owner().function().equals(creator)
        || point.callers().stream().limit(NEAR).anyMatch(call -> call.function().equals(creator));
  }

  /** Whether a block is the array, or a table, of a map of so many entries. */
  private static boolean fits(long block, long entries) {
    int b = 0;
    while (ClassicLayout.maxEntries(b) < entries) {
      b++;
    }
    int capacity = SwissLayout.SLOTS;
    while (capacity < SwissLayout.MAX_TABLE && capacity * 7L / 8 < entries) {
      capacity *= 2;
    }
    for (int slot = 1; slot <= LARGEST_SLOT; slot++) {
      for (boolean pointers : new boolean[] {true, false}) {
        if (new ClassicLayout(slot, pointers).arrayCharge(b) == block
            || new SwissLayout(slot, pointers).tableCharge(capacity) == block) {
          return true;
        }
      }
    }
    return false;
  }
}

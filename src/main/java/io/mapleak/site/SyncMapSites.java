package io.mapleak.site;

import io.mapleak.gomap.ClassicLayout;
import io.mapleak.gomap.GoVersion;
import io.mapleak.gomap.Implementation;
import io.mapleak.unit.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds sync.Maps, whose frames Go does not hide. Up to Go 1.23 a sync.Map keeps a read and a dirty
 * map[any]*entry, each with an array of its own (sync/map.go); since 1.24 it is a hash trie of
 * nodes and entries (internal/sync/hashtriemap.go). The site is the first caller outside sync.
 */
final class SyncMapSites {
  /** Slot of map[any]*entry. */
  private static final int SLOT = 24;

  /** Charge of an entry of the hash trie, bytes. */
  static final long ENTRY = 48;

  /** Charge of an inner node of 152 bytes. */
  static final long NODE = 160;

  /** Bytes of entries and nodes together for each key, 100 to 107 measured from 1000 keys on. */
  private static final double TRIE_BYTES_PER_KEY = 104;

  /**
   * The same after many deletes: nodes with one child stay (8000 live keys measured at 1.05 MB).
   */
  private static final double CHURNED_BYTES_PER_KEY = 131;

  /** Fewest entries considered. */
  private static final double LEAST_TRIE = 10;

  /** Share of what the larger array can take that lives at the least, where nothing is deleted. */
  private static final double LEAST_SHARE = 0.5;

  /** The same where keys are deleted. */
  private static final double LEAST_SHARE_WITH_DELETES = 0.25;

  /** The frames leave no doubt. */
  static final double CONFIDENCE = 0.99;

  private final GoVersionReading go;
  private final Sampling sampling;

  SyncMapSites(GoVersionReading go, long rate) {
    this.go = go;
    this.sampling = new Sampling(rate);
  }

  /** What was measured for a line. */
  record Measured(
      CodeLine at,
      @Nullable Integer slotBytes,
      List<Companion> companions,
      ArrayEstimate array,
      List<String> why) {}

  List<Measured> of(List<AllocationPoint> points, Companions companionsOf) {
    Map<CodeLine, List<AllocationPoint>> lines = new TreeMap<>();
    for (AllocationPoint point : points) {
      if (MapFrames.isSyncMap(point.leaf().function())) {
        lines.computeIfAbsent(point.owner(), line -> new ArrayList<>()).add(point);
      }
    }
    List<Measured> sites = new ArrayList<>();
    lines.forEach(
        (line, at) -> {
          boolean trie = at.stream().anyMatch(p -> MapFrames.isTrie(p.leaf().function()));
          List<Companion> companions = companionsOf.of(at.get(0));
          sites.add(trie ? trie(line, at, companions) : readAndDirty(line, at, companions));
        });
    return sites;
  }

  private Measured trie(CodeLine line, List<AllocationPoint> points, List<Companion> companions) {
    long entries = 0;
    long died = 0;
    long nodes = 0;
    for (AllocationPoint point : points) {
      for (Block block : point.blocks()) {
        entries += block.bytes() == ENTRY ? block.inuseSampled() : 0;
        died += block.bytes() == ENTRY ? block.freedSampled() : 0;
        nodes += block.bytes() == NODE ? block.inuseSampled() : 0;
      }
    }
    long sampled = entries + nodes;
    double bytesPerKey = died > entries ? CHURNED_BYTES_PER_KEY : TRIE_BYTES_PER_KEY;
    double seen =
        sampling.probability(ENTRY) + (bytesPerKey - ENTRY) / NODE * sampling.probability(NODE);
    EntriesPosterior posterior =
        new EntriesPosterior(
            LEAST_TRIE, n -> sampled * Math.log(n * seen) - n * seen, companions, true);
    Interval bytes =
        sampled == 0 ? Interval.exactly(0) : posterior.likeliestOctave(n -> bytesPerKey * n);
    return new Measured(
        line,
        null,
        companions,
        new ArrayEstimate(bytes, 0, sampled > 0 ? 1 : 0, posterior.range(n -> n), true),
        List.of(
            String.format(
                Locale.ROOT,
                "entries and nodes of a hash trie, %d and %d sampled in use",
                entries,
                nodes)));
  }

  private Measured readAndDirty(
      CodeLine line, List<AllocationPoint> points, List<Companion> companions) {
    ClassicLayout layout = new ClassicLayout(SLOT, go.low().atLeast(GoVersion.FIRST_MALLOC_HEADER));
    Interval bytes = Interval.exactly(0);
    double old = 0;
    double largest = 0;
    for (AllocationPoint point : points) {
      double top = 0;
      for (Block block : point.blocks()) {
        if (layout.bOf(block.bytes()) > 0 && block.inuseSampled() > 0) {
          // a point fills one map at a time: a smaller array alive beside the top one is being
          // evacuated
          old += top;
          top = block.bytes();
        }
      }
      bytes = bytes.plus(Interval.exactly(top));
      largest = Math.max(largest, top);
    }
    if (largest > 0 && bytes.best() < 1.5 * largest) {
      // one of the two maps is known; the other may be there unseen
      double unseen = 1 - sampling.probability(largest);
      bytes =
          new Interval(
              bytes.low(), bytes.best(), unseen > 0.02 ? bytes.high() + largest : bytes.high());
    }
    double full = largest == 0 ? 0 : ClassicLayout.maxEntries(layout.bOf((long) largest));
    Interval entries = new Interval(leastShare(companions) * full, 0.65 * full, full);
    return new Measured(
        line,
        SLOT,
        companions,
        new ArrayEstimate(bytes, old, largest > 0 ? 1 : 0, entries, true),
        List.of("frames of sync.Map: its read map and its dirty map"));
  }

  /**
   * Share of what the larger array can take that lives at the least. It grew, or was made by the
   * hint of the keys of the other (sync/map.go: dirtyLocked); of those keys deleted ones count too.
   */
  private static double leastShare(List<Companion> companions) {
    Companion nearest = CompanionCount.nearest(companions);
    return nearest != null && nearest.survival() >= CompanionCount.SURVIVAL_WITHOUT_DELETES
        ? LEAST_SHARE
        : LEAST_SHARE_WITH_DELETES;
  }

  /** The design, for results. */
  static Implementation implementation() {
    return Implementation.SYNC_MAP;
  }
}

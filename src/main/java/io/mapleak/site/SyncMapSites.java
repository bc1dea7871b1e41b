package io.mapleak.site;

import io.mapleak.gomap.ClassicLayout;
import io.mapleak.gomap.Implementation;
import io.mapleak.unit.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds sync.Maps, whose frames Go does not hide. Up to Go 1.23 a sync.Map keeps a read and a dirty map[any]*entry,
 * each with an array of its own (sync/map.go); since 1.24 it is a hash trie of nodes and entries
 * (internal/sync/hashtriemap.go). The site is the first caller outside sync.
 */
final class SyncMapSites {
  /** Slot of map[any]*entry. */
  private static final int SLOT = 24;

  /** Charge of an entry of the hash trie, and of an inner node (152 bytes). */
  private static final long ENTRY = 48;

  private static final long NODE = 160;

  /** Bytes of entries and nodes together for each key, 100 to 107 measured from 1000 keys on. */
  private static final double TRIE_BYTES_PER_KEY = 104;

  /** The frames leave no doubt. */
  private static final double CONFIDENCE = 0.99;

  private final GoVersionReading go;
  private final Sampling sampling;

  SyncMapSites(GoVersionReading go, long rate) {
    this.go = go;
    this.sampling = new Sampling(rate);
  }

  /** What was measured for a line, before companions are known. */
  record Measured(CodeLine at, List<AllocationPoint> points, ArrayEstimate array, double confidence, List<String> why) {}

  List<Measured> of(List<AllocationPoint> points) {
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
          Measured site = trie ? trie(line, at) : readAndDirty(line, at);
          if (site != null) {
            sites.add(site);
          }
        });
    return sites;
  }

  private @Nullable Measured trie(CodeLine line, List<AllocationPoint> points) {
    long sampled = 0;
    long inuse = 0;
    for (AllocationPoint point : points) {
      for (Block block : point.blocks()) {
        if (block.bytes() == ENTRY || block.bytes() == NODE) {
          sampled += block.inuseSampled();
          inuse += block.inuseBytes();
        }
      }
    }
    // every byte of entries and nodes is as likely to be sampled, so their counts add up
    Interval bytes = sampledBytes(sampled, inuse);
    Interval entries =
        new Interval(
            Math.floor(bytes.low() / (1.25 * TRIE_BYTES_PER_KEY)),
            Math.round(bytes.best() / TRIE_BYTES_PER_KEY),
            Math.ceil(bytes.high() / (0.93 * TRIE_BYTES_PER_KEY)));
    return new Measured(
        line,
        points,
        new ArrayEstimate(bytes, 0, sampled > 0 ? 1 : 0, entries, true),
        CONFIDENCE,
        List.of(String.format(Locale.ROOT, "entries and nodes of a hash trie, %d sampled in use", sampled)));
  }

  private Interval sampledBytes(long sampled, long inuse) {
    Interval entries = sampling.count(sampled, (ENTRY + NODE) / 2.0);
    double scale = sampled == 0 ? (ENTRY + NODE) / 2.0 : inuse / entries.best();
    return new Interval(entries.low() * scale, entries.best() * scale, entries.high() * scale);
  }

  private @Nullable Measured readAndDirty(CodeLine line, List<AllocationPoint> points) {
    ClassicLayout layout = new ClassicLayout(SLOT, go.low().atLeast(io.mapleak.gomap.GoVersion.FIRST_MALLOC_HEADER));
    Interval bytes = Interval.exactly(0);
    double old = 0;
    double largest = 0;
    for (AllocationPoint point : points) {
      List<Block> arrays = new ArrayList<>();
      for (Block block : point.blocks()) {
        if (layout.bOf(block.bytes()) > 0) {
          arrays.add(block);
        }
      }
      ArrayEstimate part = ClassicEstimate.of(layout, arrays, sampling);
      bytes = bytes.plus(part.bytes());
      old += part.oldBytes();
      for (Block block : arrays) {
        if (block.inuseSampled() > 0) {
          largest = Math.max(largest, block.bytes());
        }
      }
    }
    if (largest > 0 && bytes.best() < 1.5 * largest) {
      // one of the two maps is known; the other may be there unseen
      double unseen = 1 - sampling.probability(largest);
      bytes = new Interval(bytes.low(), bytes.best(), unseen > 0.02 ? bytes.high() + largest : bytes.high());
    }
    double full = largest == 0 ? 0 : ClassicLayout.maxEntries(layout.bOf((long) largest));
    Interval entries = new Interval(full / 4, 0.65 * full, full);
    return new Measured(
        line,
        points,
        new ArrayEstimate(bytes, old, largest > 0 ? 1 : 0, entries, true),
        CONFIDENCE,
        List.of("frames of sync.Map: its read map and its dirty map"));
  }

  /** The design, for results. */
  static Implementation implementation() {
    return Implementation.SYNC_MAP;
  }
}

package io.mapleak.simulator.swiss;

import static java.util.Objects.requireNonNull;

import io.mapleak.gomap.GoVersion;
import io.mapleak.gomap.MapType;
import io.mapleak.gomap.SwissLayout;
import io.mapleak.simulator.Gauges;
import io.mapleak.simulator.HashSource;
import io.mapleak.simulator.Heap;
import io.mapleak.simulator.MapModel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A map of Go 1.24 or later: one group of 8 slots, then a directory of tables that grow to 1024
 * slots and split beyond (internal/runtime/maps). It never shrinks. Not thread-safe.
 */
public final class SwissMap implements MapModel {
  private MapHeader h;

  private SwissMap(MapHeader h) {
    this.h = h;
  }

  /**
   * {@code make(map[K]V, hint)}.
   *
   * @param hint entries; up to 8, and below 0, it is as if there were none
   * @throws IllegalArgumentException where the hint is too large for a model
   */
  public static SwissMap make(MapType type, GoVersion go, long hint, HashSource hashes) {
    return new SwissMap(NewMap.newMap(type, go, hint, hashes, new Heap(go)));
  }

  @Override
  public void assign(int key) {
    MapAssign.mapassign(h, key);
  }

  @Override
  public void delete(int key) {
    MapDelete.mapdelete(h, key);
  }

  @Override
  public void clear() {
    MapClear.mapclear(h);
  }

  /** {@code m = maps.Clone(m)}: from now on this is the clone. */
  public void cloneInPlace() {
    h = MapClone.mapclone(h);
  }

  @Override
  public void range() {
    // An iteration leaves a Swiss map as it is.
  }

  @Override
  public boolean lookup(int key) {
    if (h.used == 0) {
      return false;
    }
    long hash = h.hash(key);
    return h.directory == null
        ? SmallMap.find(requireNonNull(h.small), hash, key) != SmallMap.ABSENT
        : h.directory.of(hash).find(hash, key) >= 0;
  }

  @Override
  public long count() {
    return h.used;
  }

  @Override
  public Heap heap() {
    return h.heap;
  }

  @Override
  public Gauges gauges() {
    long slots = h.small == null ? 0 : SwissLayout.SLOTS;
    long bytes = h.small == null ? 0 : h.layout.tableCharge(SwissLayout.SLOTS);
    for (Table table : tables()) {
      slots += table.capacity();
      bytes += h.layout.tableCharge(table.capacity());
    }
    return new Gauges(h.used, slots, bytes, 0);
  }

  /** Sizes of its groups. */
  public SwissLayout layout() {
    return h.layout;
  }

  /** Whether groups hold pointers. */
  public boolean groupPointers() {
    return h.pointers;
  }

  /** The group of a small map; null before the first assign, and when there are tables. */
  public @Nullable Groups small() {
    return h.small;
  }

  /** The tables in order, each once; none for a small map. */
  public List<Table> tables() {
    return h.tables();
  }

  /** The table that a hash belongs to; null for a small map. */
  public @Nullable Table table(long hash) {
    return h.directory == null ? null : h.directory.of(hash);
  }

  /** Entries of the directory, 0 for a small map. */
  public int dirLen() {
    return h.directory == null ? 0 : h.directory.length();
  }

  /** Bits of the hash that choose the table. */
  public int globalDepth() {
    return h.directory == null ? 0 : h.directory.globalDepth();
  }

  /** Whether the release notes that there may be tombstones. */
  public boolean notesTombstones() {
    return h.notesTombstones;
  }

  /** Whether there may be tombstones; always false in Go 1.24, which does not note it. */
  public boolean tombstonePossible() {
    return h.tombstonePossible;
  }

  /** How often the map was cleared. */
  public long clearSeq() {
    return h.clearSeq;
  }
}

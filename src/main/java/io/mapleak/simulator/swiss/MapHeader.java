package io.mapleak.simulator.swiss;

import static java.util.Objects.requireNonNull;

import io.mapleak.gomap.GoVersion;
import io.mapleak.gomap.MapType;
import io.mapleak.gomap.SwissLayout;
import io.mapleak.simulator.HashSource;
import io.mapleak.simulator.Heap;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** The header of a Swiss map, and what all operations share (internal/runtime/maps/map.go: Map). */
final class MapHeader {
  /** Bytes of a Map. */
  private static final int HEADER_BYTES = 48;

  /** The first release that notes whether there may be tombstones. */
  private static final GoVersion FIRST_NOTING_TOMBSTONES = GoVersion.of(25);

  final MapType type;
  final GoVersion go;
  final HashSource hashes;
  final Heap heap;
  final SwissLayout layout;
  final boolean pointers;
  final boolean prunes;
  final boolean notesTombstones;
  final long keyCharge;
  final long elemCharge;

  long used;
  long seed;

  /** The group of a small map (dirPtr where dirLen is 0). */
  @Nullable Groups small;

  @Nullable Directory directory;
  boolean tombstonePossible;
  long clearSeq;

  MapHeader(MapType type, GoVersion go, HashSource hashes, Heap heap) {
    this.type = type;
    this.go = go;
    this.hashes = hashes;
    this.heap = heap;
    layout = type.swiss(go);
    pointers = type.pointers();
    prunes = Tombstones.arePruned(go, type.variant());
    notesTombstones = go.atLeast(FIRST_NOTING_TOMBSTONES);
    keyCharge = type.key().indirect() ? heap.charge(type.key().size(), type.key().pointers()) : 0;
    elemCharge =
        type.elem().indirect() ? heap.charge(type.elem().size(), type.elem().pointers()) : 0;
    mallocHeader();
    seed = hashes.newSeed();
  }

  /** A table of empty groups, record and groups allocated (newTable). */
  Table newTable(int capacity, int index, int localDepth) {
    long record = heap.malloc(SwissLayout.TABLE_OBJECT, true);
    int length = capacity / SwissLayout.SLOTS;
    return new Table(new Groups(length), localDepth, index, record, mallocGroups(length));
  }

  /** Allocates an array of groups; tells what it is charged. */
  long mallocGroups(int length) {
    return heap.malloc(length * layout.groupBytes(), pointers);
  }

  /** Drops a table from the ledger. */
  void drop(Table table) {
    heap.drop(table.recordCharge, 1);
    heap.drop(table.groupsCharge, 1);
  }

  long hash(int key) {
    return hashes.hash(key, seed);
  }

  Directory directory() {
    return requireNonNull(directory);
  }

  /** The tables in order, each once; none for a small map. */
  List<Table> tables() {
    List<Table> tables = new ArrayList<>();
    if (directory != null) {
      directory.forEach(tables::add);
    }
    return tables;
  }

  /** Every key, slot by slot. */
  void forEachKey(IntConsumer action) {
    if (small != null) {
      small.forEachKey(action);
    }
    tables().forEach(table -> table.groups.forEachKey(action));
  }

  /** Allocates the objects of an entry whose key or elem is stored apart. */
  void mallocEntry() {
    if (keyCharge > 0) {
      heap.malloc(type.key().size(), type.key().pointers());
    }
    if (elemCharge > 0) {
      heap.malloc(type.elem().size(), type.elem().pointers());
    }
  }

  /** Drops the objects of so many entries. */
  void dropEntries(long entries) {
    heap.drop(keyCharge, entries);
    heap.drop(elemCharge, entries);
  }

  /** Allocates a further header, as every clone does. */
  void mallocHeader() {
    heap.malloc(HEADER_BYTES, true);
  }

  /** Drops the group of a small map from the ledger. */
  void dropSmall() {
    heap.drop(heap.charge(layout.groupBytes(), pointers), 1);
  }

  /** Drops header, directory, groups and the entries' own objects from the ledger. */
  void dropAll() {
    heap.drop(heap.charge(HEADER_BYTES, true), 1);
    if (small != null) {
      dropSmall();
    }
    if (directory != null) {
      directory.drop();
      tables().forEach(this::drop);
    }
    dropEntries(used);
  }
}

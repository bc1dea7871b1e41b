package io.mapleak.simulator.swiss;

import static java.util.Objects.requireNonNull;

import io.mapleak.gomap.GoVersion;
import io.mapleak.gomap.MapType;
import io.mapleak.gomap.SwissLayout;
import io.mapleak.simulator.Gauges;
import io.mapleak.simulator.HashSource;
import io.mapleak.simulator.Heap;
import io.mapleak.simulator.MapModel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A map of Go 1.24 or later: one group of 8 slots, then a directory of tables that grow to 1024
 * slots and split beyond (internal/runtime/maps/map.go: Map; runtime.go: mapassign). It never
 * shrinks. Not thread-safe.
 */
public final class SwissMap implements MapModel {
  /** Bytes of a Map. */
  private static final int HEADER_BYTES = 48;

  /** The first release that notes whether there may be tombstones. */
  public static final GoVersion FIRST_NOTING_TOMBSTONES = GoVersion.of(25);

  /** The first release that looks for the key before it grows a full small map (#78853). */
  private static final GoVersion FIRST_UPDATING_FULL_GROUP = GoVersion.of(27);

  /** The first release whose clone has the shape of its original. */
  private static final GoVersion FIRST_DEEP_CLONE = GoVersion.of(25);

  /** The largest directory that a model may have: 2^18 tables of 1024 slots. */
  private static final int MAX_DIRECTORY = 1 << 18;

  private final MapType type;
  private final GoVersion go;
  private final HashSource hashes;
  private final Heap heap;
  private final SwissLayout layout;
  private final boolean pointers;
  private final boolean prunes;
  private final boolean notesTombstones;
  private final long keyCharge;
  private final long elemCharge;

  private long used;
  private long seed;
  private @Nullable Groups small;
  private @Nullable Directory directory;
  private boolean tombstonePossible;
  private long clearSeq;

  private SwissMap(MapType type, GoVersion go, HashSource hashes, Heap heap) {
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
    heap.malloc(HEADER_BYTES, true);
    seed = hashes.newSeed();
  }

  /**
   * {@code make(map[K]V, hint)}.
   *
   * @param hint entries; up to 8, and below 0, it is as if there were none
   * @throws IllegalArgumentException where the hint is too large for a model
   */
  public static SwissMap make(MapType type, GoVersion go, long hint, HashSource hashes) {
    return make(type, go, hint, hashes, new Heap(go));
  }

  private static SwissMap make(
      MapType type, GoVersion go, long hint, HashSource hashes, Heap heap) {
    SwissMap map = new SwissMap(type, go, hashes, heap);
    if (hint > SwissLayout.SLOTS && map.layout.heeds(hint)) {
      map.makeTables(hint);
    }
    return map;
  }

  private void makeTables(long hint) {
    if (hint > (long) MAX_DIRECTORY * SwissLayout.MAX_TABLE_ENTRIES) {
      throw new IllegalArgumentException("a hint of " + hint + " entries is too large a model");
    }
    long tables = SwissLayout.tables(hint);
    int globalDepth = Long.numberOfTrailingZeros(tables);
    Directory made = new Directory(heap, globalDepth);
    long share = Math.max(SwissLayout.SLOTS, SwissLayout.targetCapacity(hint) / tables);
    int each = Math.toIntExact(SwissLayout.powerOfTwoAtLeast(share));
    for (int i = 0; i < tables; i++) {
      made.replace(newTable(each, i, globalDepth));
    }
    directory = made;
  }

  Table newTable(int capacity, int index, int localDepth) {
    long record = heap.malloc(SwissLayout.TABLE_OBJECT, true);
    int length = capacity / SwissLayout.SLOTS;
    return new Table(new Groups(length), localDepth, index, record, mallocGroups(length));
  }

  private long mallocGroups(int length) {
    return heap.malloc(length * layout.groupBytes(), pointers);
  }

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

  @Override
  public void assign(int key) {
    long hash = hash(key);
    if (directory == null && assignSmall(hash, key)) {
      return;
    }
    while (!assign(directory(), hash, key)) {
      Rehash.rehash(this, directory().of(hash));
    }
  }

  /** False where the map has become too large for one group. */
  private boolean assignSmall(long hash, int key) {
    Groups group = small;
    if (group == null) {
      group = new Groups(1);
      mallocGroups(1);
      small = group;
    }
    boolean looksFirst = used < SwissLayout.SLOTS || go.atLeast(FIRST_UPDATING_FULL_GROUP);
    if (looksFirst && SmallMap.find(group, hash, key) != SmallMap.ABSENT) {
      return true;
    }
    if (!SmallMap.put(group, hash, key)) {
      growToTable(group);
      return false;
    }
    mallocEntry();
    used++;
    return true;
  }

  private void growToTable(Groups group) {
    Table table = newTable(2 * SwissLayout.SLOTS, 0, 0);
    SmallMap.moveTo(this, group, table);
    Directory made = new Directory(heap, 0);
    made.replace(table);
    directory = made;
    small = null;
    heap.drop(heap.charge(layout.groupBytes(), pointers), 1);
  }

  /** One try; false where the key's table has to be rehashed first. */
  private boolean assign(Directory dir, long hash, int key) {
    Table table = dir.of(hash);
    Groups groups = table.groups;
    int mask = groups.mask();
    int h2 = ControlWord.h2(hash);
    int group = ProbeSeq.start(hash, mask);
    int deletedGroup = -1;
    int deletedSlot = -1;
    for (int step = 1; ; step++) {
      long controls = groups.controls(group);
      for (long m = ControlWord.matchH2(controls, h2); m != 0; m &= m - 1) {
        if (groups.key(group, ControlWord.first(m)) == key) {
          return true;
        }
      }
      long empty = ControlWord.matchEmpty(controls);
      if (empty != 0) {
        boolean reuse = deletedGroup >= 0;
        return insert(
            table,
            reuse ? deletedGroup : group,
            reuse ? deletedSlot : ControlWord.first(empty),
            reuse,
            h2,
            key);
      }
      if (deletedGroup < 0) {
        long deleted = ControlWord.matchEmptyOrDeleted(controls);
        if (deleted != 0) {
          deletedGroup = group;
          deletedSlot = ControlWord.first(deleted);
        }
      }
      group = ProbeSeq.next(group, step, mask);
    }
  }

  private boolean insert(Table table, int group, int slot, boolean reuse, int h2, int key) {
    if (reuse) {
      table.growthLeft++;
    }
    if (table.growthLeft == 0 && prunes) {
      Tombstones.prune(this, table);
    }
    if (table.growthLeft == 0) {
      return false;
    }
    mallocEntry();
    table.groups.set(group, slot, h2, key);
    table.growthLeft--;
    table.used++;
    used++;
    return true;
  }

  @Override
  public void delete(int key) {
    if (used == 0) {
      return;
    }
    long hash = hash(key);
    boolean deleted =
        directory == null
            ? deleteSmall(requireNonNull(small), hash, key)
            : delete(directory.of(hash), hash, key);
    if (!deleted) {
      return;
    }
    dropEntries(1);
    used--;
    if (used == 0) {
      seed = hashes.newSeed();
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

  private boolean delete(Table table, long hash, int key) {
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
      tombstonePossible = notesTombstones;
    }
    return true;
  }

  @Override
  public void clear() {
    if (used == 0 && !tombstonePossible) {
      return;
    }
    if (directory == null) {
      requireNonNull(small).setEmpty();
    } else {
      directory.forEach(Table::clear);
    }
    dropEntries(used);
    used = 0;
    tombstonePossible = false;
    clearSeq++;
    seed = hashes.newSeed();
  }

  /**
   * {@code m = maps.Clone(m)}: from now on this is the clone. Since Go 1.25 it is a copy of the
   * same shape; Go 1.24 makes a map of the size of the count and assigns every key, in random order
   * (here in the order of the slots).
   */
  public void cloneInPlace() {
    if (go.atLeast(FIRST_DEEP_CLONE)) {
      mallocCopy();
      dropAll();
    } else {
      SwissMap clone = make(type, go, used, hashes, heap);
      forEachKey(clone::assign);
      dropAll();
      small = clone.small;
      directory = clone.directory;
      seed = clone.seed;
      clearSeq = 0;
    }
  }

  private void mallocCopy() {
    heap.malloc(HEADER_BYTES, true);
    if (small != null) {
      mallocGroups(1);
    }
    if (directory != null) {
      directory.mallocCopy();
      for (Table table : tables()) {
        heap.malloc(SwissLayout.TABLE_OBJECT, true);
        mallocGroups(table.groups.length());
      }
    }
    for (long i = 0; i < used; i++) {
      mallocEntry();
    }
  }

  /** Drops header, directory, groups and the entries' own objects from the ledger. */
  private void dropAll() {
    heap.drop(heap.charge(HEADER_BYTES, true), 1);
    if (small != null) {
      heap.drop(heap.charge(layout.groupBytes(), pointers), 1);
    }
    if (directory != null) {
      directory.drop();
      tables().forEach(this::drop);
    }
    dropEntries(used);
  }

  private void forEachKey(IntConsumer action) {
    if (small != null) {
      small.forEachKey(action);
    }
    tables().forEach(table -> table.groups.forEachKey(action));
  }

  @Override
  public void range() {
    // An iteration leaves a Swiss map as it is.
  }

  @Override
  public boolean lookup(int key) {
    if (used == 0) {
      return false;
    }
    long hash = hash(key);
    return directory == null
        ? SmallMap.find(requireNonNull(small), hash, key) != SmallMap.ABSENT
        : directory.of(hash).find(hash, key) >= 0;
  }

  /** Allocates the objects of an entry whose key or elem is stored apart. */
  private void mallocEntry() {
    if (keyCharge > 0) {
      heap.malloc(type.key().size(), type.key().pointers());
    }
    if (elemCharge > 0) {
      heap.malloc(type.elem().size(), type.elem().pointers());
    }
  }

  private void dropEntries(long entries) {
    heap.drop(keyCharge, entries);
    heap.drop(elemCharge, entries);
  }

  @Override
  public long count() {
    return used;
  }

  @Override
  public Heap heap() {
    return heap;
  }

  @Override
  public Gauges gauges() {
    long slots = small == null ? 0 : SwissLayout.SLOTS;
    long bytes = small == null ? 0 : layout.tableCharge(SwissLayout.SLOTS);
    for (Table table : tables()) {
      slots += table.capacity();
      bytes += layout.tableCharge(table.capacity());
    }
    return new Gauges(used, slots, bytes, 0);
  }

  /** Sizes of its groups. */
  public SwissLayout layout() {
    return layout;
  }

  /** Whether groups hold pointers. */
  public boolean groupPointers() {
    return pointers;
  }

  /** The group of a small map; null before the first assign, and when there are tables. */
  public @Nullable Groups small() {
    return small;
  }

  /** The tables in order, each once; none for a small map. */
  public List<Table> tables() {
    List<Table> tables = new ArrayList<>();
    if (directory != null) {
      directory.forEach(tables::add);
    }
    return tables;
  }

  /** The table that a hash belongs to; null for a small map. */
  public @Nullable Table table(long hash) {
    return directory == null ? null : directory.of(hash);
  }

  /** Entries of the directory, 0 for a small map. */
  public int dirLen() {
    return directory == null ? 0 : directory.length();
  }

  /** Bits of the hash that choose the table. */
  public int globalDepth() {
    return directory == null ? 0 : directory.globalDepth();
  }

  /** Whether there may be tombstones; always false in Go 1.24, which does not note it. */
  public boolean tombstonePossible() {
    return tombstonePossible;
  }

  /** How often the map was cleared. */
  public long clearSeq() {
    return clearSeq;
  }
}

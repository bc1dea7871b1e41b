package io.mapleak.simulator.syncmap;

import io.mapleak.gomap.GoType;
import io.mapleak.gomap.GoVersion;
import io.mapleak.gomap.MapType;
import io.mapleak.gomap.MapVariant;
import io.mapleak.simulator.Gauges;
import io.mapleak.simulator.HashSource;
import io.mapleak.simulator.Heap;
import io.mapleak.simulator.MapModel;
import io.mapleak.simulator.classic.ClassicMap;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * sync.Map of Go 1.23 and earlier: a read map without lock and a dirty map with the keys that are
 * not in it, which is promoted after as many misses as it has keys (sync/map.go). Counts what the
 * sync.Map itself allocates: headers, maps, entries, and the interface that holds each value; boxes
 * of keys and values are the caller's. Not thread-safe.
 */
public final class ReadDirtyMap implements MapModel {
  private static final GoType ANY = new GoType("any", 16, 8, true);
  private static final GoType ENTRY_POINTER = new GoType("*entry", 8, 8, true);
  private static final MapType TYPE = new MapType(ANY, ENTRY_POINTER, MapVariant.SLOW);

  private static final GoVersion LAST_WITH_ATOMIC_VALUE = GoVersion.of(19);
  private static final int HEADER_BYTES = 32;
  private static final int HEADER_BYTES_1_19 = 40;
  private static final int READ_ONLY_BYTES = 16;
  private static final int ENTRY_BYTES = 8;
  private static final int VALUE_BYTES = 16;

  /** What an entry's pointer says: the key has no entry, or one with a value, nil or expunged. */
  private static final byte ABSENT = 0;

  private static final byte VALUE = 1;
  private static final byte NIL = 2;
  private static final byte EXPUNGED = 3;

  private final GoVersion go;
  private final HashSource hashes;
  private final Heap heap;
  private final SplittableRandom order;
  private @Nullable ClassicMap read;
  private @Nullable ClassicMap dirty;
  private boolean hasReadOnly;
  private boolean amended;
  private long misses;
  private long values;
  private byte[] states = new byte[0];

  /** {@code new(sync.Map)}. */
  public ReadDirtyMap(GoVersion go, HashSource hashes) {
    this.go = go;
    this.hashes = hashes;
    heap = new Heap(go);
    order = new SplittableRandom(hashes.newSeed());
    heap.malloc(go.compareTo(LAST_WITH_ATOMIC_VALUE) <= 0 ? HEADER_BYTES_1_19 : HEADER_BYTES, true);
  }

  private byte state(int key) {
    return key < states.length ? states[key] : ABSENT;
  }

  private void set(int key, byte state) {
    if (key >= states.length) {
      states = Arrays.copyOf(states, Math.max(key + 1, 2 * states.length));
    }
    states[key] = state;
  }

  private static boolean has(@Nullable ClassicMap map, int key) {
    return map != null && map.lookup(key);
  }

  /** {@code Store(key, value)} (Swap). The value is moved to the heap in any case. */
  @Override
  public void assign(int key) {
    mallocValue();
    if (has(read, key)) {
      if (state(key) == EXPUNGED) {
        dirtyOrFail().assign(key);
      }
      swap(key);
    } else if (has(dirty, key)) {
      swap(key);
    } else {
      dropValue();
      storeNew(key);
    }
  }

  /** The entry's old value, if it has one, is let go. */
  private void swap(int key) {
    if (state(key) == VALUE) {
      dropValue();
    } else {
      values++;
    }
    set(key, VALUE);
  }

  private void storeNew(int key) {
    if (!amended) {
      dirtyLocked();
      storeReadOnly();
      amended = true;
    }
    heap.malloc(ENTRY_BYTES, true);
    mallocValue();
    values++;
    set(key, VALUE);
    dirtyOrFail().assign(key);
  }

  private ClassicMap dirtyOrFail() {
    ClassicMap map = dirty;
    if (map == null) {
      throw new IllegalStateException("an amended sync.Map has a dirty map");
    }
    return map;
  }

  private void mallocValue() {
    heap.malloc(VALUE_BYTES, true);
  }

  private void dropValue() {
    heap.drop(heap.charge(VALUE_BYTES, true), 1);
  }

  private void dropEntries(long count) {
    heap.drop(heap.charge(ENTRY_BYTES, true), count);
  }

  private void storeReadOnly() {
    heap.malloc(READ_ONLY_BYTES, true);
    if (hasReadOnly) {
      heap.drop(heap.charge(READ_ONLY_BYTES, true), 1);
    }
    hasReadOnly = true;
  }

  /** Copies the read map to a new dirty map, in random order; keys without value are expunged. */
  private void dirtyLocked() {
    if (dirty != null) {
      return;
    }
    long hint = read == null ? 0 : read.count();
    ClassicMap made = ClassicMap.make(TYPE, go, hint, hashes, heap);
    if (read != null) {
      int[] keys = read.keys();
      int start = keys.length == 0 ? 0 : order.nextInt(keys.length);
      for (int i = 0; i < keys.length; i++) {
        int key = keys[(start + i) % keys.length];
        if (state(key) == VALUE) {
          made.assign(key);
        } else {
          set(key, EXPUNGED);
        }
      }
    }
    dirty = made;
  }

  /** A load that had to look in the dirty map; after as many as it has keys it is promoted. */
  private void missLocked() {
    misses++;
    if (misses >= dirtyOrFail().count()) {
      promote();
    }
  }

  private void promote() {
    storeReadOnly();
    ClassicMap old = read;
    if (old != null) {
      for (int key : old.keys()) {
        if (state(key) == EXPUNGED) {
          set(key, ABSENT);
          dropEntries(1);
        }
      }
      old.drop();
    }
    read = dirty;
    dirty = null;
    amended = false;
    misses = 0;
  }

  /** {@code Load(key)}. */
  @Override
  public boolean lookup(int key) {
    boolean found = has(read, key);
    if (!found && amended) {
      found = has(dirty, key);
      missLocked();
    }
    return found && state(key) == VALUE;
  }

  /** {@code Delete(key)}: in the read map only the value goes, the key stays. */
  @Override
  public void delete(int key) {
    if (has(read, key)) {
      if (state(key) == VALUE) {
        dropValue();
        values--;
        set(key, NIL);
      }
    } else if (amended) {
      ClassicMap map = dirtyOrFail();
      if (map.lookup(key)) {
        map.delete(key);
        dropEntries(1);
        if (state(key) == VALUE) {
          dropValue();
          values--;
        }
        set(key, ABSENT);
      }
      missLocked();
    }
  }

  /** {@code Range}: promotes the dirty map first. */
  @Override
  public void range() {
    if (amended) {
      promote();
    }
    if (read != null) {
      read.range();
    }
  }

  /** {@code Clear()}: the dirty map keeps its buckets. */
  @Override
  public void clear() {
    boolean readKeys = read != null && read.count() > 0;
    if (!readKeys && !amended) {
      return;
    }
    storeReadOnly();
    long entries = 0;
    for (int key = 0; key < states.length; key++) {
      if (state(key) != ABSENT) {
        entries++;
      }
    }
    dropEntries(entries);
    heap.drop(heap.charge(VALUE_BYTES, true), values);
    values = 0;
    Arrays.fill(states, ABSENT);
    if (read != null) {
      read.drop();
      read = null;
    }
    amended = false;
    if (dirty != null) {
      dirty.clear();
    }
    misses = 0;
  }

  @Override
  public long count() {
    return values;
  }

  @Override
  public Heap heap() {
    return heap;
  }

  @Override
  public Gauges gauges() {
    Gauges sum = read == null ? new Gauges(0, 0, 0, 0) : read.gauges();
    if (dirty != null) {
      Gauges more = dirty.gauges();
      sum =
          new Gauges(
              0,
              sum.slots() + more.slots(),
              sum.arrayBytes() + more.arrayBytes(),
              sum.evacuationBacklog() + more.evacuationBacklog());
    }
    return new Gauges(values, sum.slots(), sum.arrayBytes(), sum.evacuationBacklog());
  }
}

package io.mapleak.simulator.alternative;

import io.mapleak.gomap.GoType;
import io.mapleak.gomap.GoVersion;
import io.mapleak.gomap.MapType;
import io.mapleak.simulator.Gauges;
import io.mapleak.simulator.Heap;
import io.mapleak.simulator.KeySet;
import io.mapleak.simulator.MapModel;
import io.mapleak.simulator.Models;

/**
 * A {@code []struct{ key K; elem V }} kept in order and searched by halves ({@code
 * slices.BinarySearchFunc}, {@code slices.Insert}, {@code slices.Delete}). It grows as append does
 * and keeps its array after deletes; an insert or delete moves half of the entries on average.
 */
final class SortedSlice implements MapModel {
  /** Bytes of a slice header, which stands where the map's pointer stood. */
  private static final int HEADER_BYTES = 24;

  /** Up to here append doubles (runtime/slice.go: nextslicecap, since Go 1.18). */
  private static final long DOUBLES_BELOW = 256;

  private final Heap heap;
  private final long entryBytes;
  private final boolean pointers;
  private final KeySet keys = new KeySet();
  private long capacity;
  private long charge;

  SortedSlice(GoVersion go, MapType type, long hint) {
    heap = new Heap(go);
    heap.malloc(HEADER_BYTES, true);
    entryBytes = entryBytes(type);
    pointers = type.key().pointers() || type.elem().pointers();
    if (hint != Models.NO_HINT && hint > 0) {
      allocate(hint);
    }
  }

  /** Bytes of {@code struct{ key K; elem V }}, with one more where a field of size 0 ends it. */
  static long entryBytes(MapType type) {
    GoType key = type.key();
    GoType elem = type.elem();
    long end = roundUp(key.size(), elem.align()) + elem.size();
    if (elem.size() == 0 && end > 0) {
      end++;
    }
    return roundUp(end, Math.max(key.align(), elem.align()));
  }

  private static long roundUp(long bytes, int align) {
    return (bytes + align - 1) / align * align;
  }

  @Override
  public void assign(int key) {
    if (keys.add(key) && keys.size() > capacity) {
      grow(keys.size());
    }
  }

  /** What append does (runtime/slice.go: growslice): a larger array, rounded up to its class. */
  private void grow(long length) {
    long wanted = capacity;
    if (length > 2 * capacity) {
      wanted = length;
    } else if (capacity < DOUBLES_BELOW) {
      wanted = 2 * capacity;
    } else {
      while (wanted < length) {
        wanted += (wanted + 3 * DOUBLES_BELOW) / 4;
      }
    }
    long old = charge;
    allocate(wanted);
    heap.drop(old, 1);
  }

  private void allocate(long wanted) {
    charge = heap.malloc(wanted * entryBytes, pointers);
    capacity =
        entryBytes == 0 ? Long.MAX_VALUE : heap.usable(wanted * entryBytes, pointers) / entryBytes;
  }

  @Override
  public void delete(int key) {
    keys.remove(key);
  }

  /** {@code s = s[:0]}: keeps the array, as {@code clear(m)} does. */
  @Override
  public void clear() {
    keys.clear();
  }

  @Override
  public void range() {
    // an iteration leaves nothing behind
  }

  @Override
  public boolean lookup(int key) {
    return keys.contains(key);
  }

  @Override
  public long count() {
    return keys.size();
  }

  @Override
  public Heap heap() {
    return heap;
  }

  @Override
  public Gauges gauges() {
    return new Gauges(keys.size(), entryBytes == 0 ? keys.size() : capacity, charge, 0);
  }
}

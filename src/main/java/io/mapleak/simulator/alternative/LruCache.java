package io.mapleak.simulator.alternative;

import io.mapleak.gomap.GoType;
import io.mapleak.gomap.GoVersion;
import io.mapleak.gomap.MapType;
import io.mapleak.simulator.Gauges;
import io.mapleak.simulator.HashSource;
import io.mapleak.simulator.Heap;
import io.mapleak.simulator.MapModel;
import io.mapleak.simulator.Models;
import java.util.Arrays;

/**
 * A bounded cache that evicts what was used longest ago, as golang/groupcache and the first
 * hashicorp/golang-lru build it: {@code map[K]*list.Element}, and for each entry a {@code
 * list.Element} of container/list (next, prev, list, Value: 40 bytes) whose Value points to a
 * {@code struct{ key K; value V }}. Assigns and lookups use an entry.
 */
final class LruCache implements MapModel {
  /** A list.List: its root element and its length (container/list/list.go). */
  private static final int LIST_BYTES = 48;

  private static final int ELEMENT_BYTES = 40;
  private static final GoType ELEMENT = new GoType("*list.Element", 8, 8, true);
  private static final int NONE = -1;

  private final long capacity;
  private final Heap heap;
  private final MapModel map;
  private final long entryBytes;
  private final boolean pointers;
  private int[] newer = new int[16];
  private int[] older = new int[16];
  private int newest = NONE;
  private int oldest = NONE;

  LruCache(GoVersion go, MapType type, long capacity, long hint, HashSource hashes) {
    this.capacity = capacity;
    heap = new Heap(go);
    heap.malloc(LIST_BYTES, true);
    map = Models.make(go, new MapType(type.key(), ELEMENT, type.variant()), hint, hashes);
    map.heap().joinTo(heap);
    entryBytes = SortedSlice.entryBytes(type);
    pointers = type.key().pointers() || type.elem().pointers();
  }

  @Override
  public void assign(int key) {
    if (map.lookup(key)) {
      unlink(key);
      linkAsNewest(key);
      return;
    }
    heap.malloc(entryBytes, pointers);
    heap.malloc(ELEMENT_BYTES, true);
    map.assign(key);
    linkAsNewest(key);
    if (map.count() > capacity) {
      delete(oldest);
    }
  }

  @Override
  public void delete(int key) {
    if (!map.lookup(key)) {
      return;
    }
    unlink(key);
    map.delete(key);
    dropEntries(1);
  }

  private void dropEntries(long entries) {
    heap.drop(heap.charge(entryBytes, pointers), entries);
    heap.drop(heap.charge(ELEMENT_BYTES, true), entries);
  }

  @Override
  public void clear() {
    dropEntries(map.count());
    map.clear();
    newest = NONE;
    oldest = NONE;
  }

  @Override
  public void range() {
    map.range();
  }

  @Override
  public boolean lookup(int key) {
    boolean found = map.lookup(key);
    if (found && key != newest) {
      unlink(key);
      linkAsNewest(key);
    }
    return found;
  }

  private void unlink(int key) {
    if (key == newest) {
      newest = older[key];
    } else {
      older[newer[key]] = older[key];
    }
    if (key == oldest) {
      oldest = newer[key];
    } else {
      newer[older[key]] = newer[key];
    }
  }

  private void linkAsNewest(int key) {
    if (key >= newer.length) {
      int room = Math.max(key + 1, 2 * newer.length);
      newer = Arrays.copyOf(newer, room);
      older = Arrays.copyOf(older, room);
    }
    newer[key] = NONE;
    older[key] = newest;
    if (newest == NONE) {
      oldest = key;
    } else {
      newer[newest] = key;
    }
    newest = key;
  }

  @Override
  public long count() {
    return map.count();
  }

  @Override
  public Heap heap() {
    return heap;
  }

  @Override
  public Gauges gauges() {
    return map.gauges();
  }
}

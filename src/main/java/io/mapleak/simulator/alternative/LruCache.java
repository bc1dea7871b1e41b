package io.mapleak.simulator.alternative;

import io.mapleak.gomap.GoType;
import io.mapleak.gomap.GoVersion;
import io.mapleak.gomap.MapType;
import io.mapleak.simulator.Gauges;
import io.mapleak.simulator.HashSource;
import io.mapleak.simulator.Heap;
import io.mapleak.simulator.KeyOrder;
import io.mapleak.simulator.MapModel;
import io.mapleak.simulator.Models;

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

  private final long capacity;
  private final Heap heap;
  private final MapModel map;
  private final long entryBytes;
  private final boolean pointers;
  private final KeyOrder used = new KeyOrder();

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
      use(key);
      return;
    }
    heap.malloc(entryBytes, pointers);
    heap.malloc(ELEMENT_BYTES, true);
    map.assign(key);
    used.add(key);
    if (map.count() > capacity) {
      delete(used.oldest());
    }
  }

  @Override
  public void delete(int key) {
    if (!map.lookup(key)) {
      return;
    }
    used.remove(key);
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
    used.clear();
  }

  @Override
  public void range() {
    map.range();
  }

  @Override
  public boolean lookup(int key) {
    boolean found = map.lookup(key);
    if (found && key != used.newest()) {
      use(key);
    }
    return found;
  }

  private void use(int key) {
    used.remove(key);
    used.add(key);
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

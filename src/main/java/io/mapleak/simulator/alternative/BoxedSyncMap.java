package io.mapleak.simulator.alternative;

import io.mapleak.gomap.GoType;
import io.mapleak.gomap.GoVersion;
import io.mapleak.gomap.MapType;
import io.mapleak.simulator.Gauges;
import io.mapleak.simulator.HashSource;
import io.mapleak.simulator.Heap;
import io.mapleak.simulator.MapModel;
import io.mapleak.simulator.Models;

/**
 * A sync.Map with the boxes of its callers: key and value become interfaces, so what is not a
 * pointer is copied to the heap at each Store (runtime/iface.go: convT). Strings, slices and small
 * integers are boxed too; the runtime's table for single bytes is left out. Keys that sync.Map of
 * Go 1.23 keeps after their delete keep no box here.
 */
final class BoxedSyncMap implements MapModel {
  private final MapModel map;
  private final Heap heap;
  private final GoType key;
  private final GoType elem;

  BoxedSyncMap(GoVersion go, MapType type, HashSource hashes) {
    key = type.key();
    elem = type.elem();
    heap = new Heap(go);
    map = Models.syncMap(go, hashes);
    map.heap().joinTo(heap);
  }

  /** Pointers stand in an interface as they are, and an interface is one already. */
  private static boolean isBoxed(GoType type) {
    boolean pointer = type.pointers() && type.size() == GoType.POINTER;
    boolean isInterface = type.name().equals("any") || type.name().startsWith("interface");
    return !pointer && !isInterface && !type.name().equals("error");
  }

  private void box(GoType type) {
    if (isBoxed(type)) {
      heap.malloc(type.size(), type.pointers());
    }
  }

  private void unbox(GoType type, long boxes) {
    if (isBoxed(type)) {
      heap.drop(heap.charge(type.size(), type.pointers()), boxes);
    }
  }

  @Override
  public void assign(int id) {
    long before = map.count();
    box(key);
    box(elem);
    map.assign(id);
    if (map.count() == before) {
      unbox(key, 1);
      unbox(elem, 1);
    }
  }

  @Override
  public void delete(int id) {
    long before = map.count();
    map.delete(id);
    unbox(key, before - map.count());
    unbox(elem, before - map.count());
  }

  @Override
  public void clear() {
    unbox(key, map.count());
    unbox(elem, map.count());
    map.clear();
  }

  @Override
  public void range() {
    map.range();
  }

  @Override
  public boolean lookup(int id) {
    return map.lookup(id);
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

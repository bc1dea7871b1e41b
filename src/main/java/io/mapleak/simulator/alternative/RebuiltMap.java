package io.mapleak.simulator.alternative;

import io.mapleak.gomap.GoVersion;
import io.mapleak.simulator.Gauges;
import io.mapleak.simulator.HashSource;
import io.mapleak.simulator.Heap;
import io.mapleak.simulator.KeySet;
import io.mapleak.simulator.MapFactory;
import io.mapleak.simulator.MapModel;

/**
 * A map that is copied to a new one of the right size after every N deletes, since maps don't
 * shrink (golang/go#20135): {@code n := make(map[K]V, len(m)); for k, v := range m { n[k] = v }; m
 * = n}. While it copies, both are there.
 */
final class RebuiltMap implements MapModel {
  private final MapFactory maps;
  private final HashSource hashes;
  private final long every;
  private final Heap heap;
  private final KeySet keys = new KeySet();
  private MapModel map;
  private long deletes;

  RebuiltMap(GoVersion go, MapFactory maps, long hint, HashSource hashes, long every) {
    this.maps = maps;
    this.hashes = hashes;
    this.every = every;
    heap = new Heap(go);
    map = maps.make(hint, hashes);
    map.heap().joinTo(heap);
  }

  @Override
  public void assign(int key) {
    map.assign(key);
    keys.add(key);
  }

  @Override
  public void delete(int key) {
    map.delete(key);
    if (keys.remove(key) && ++deletes >= every) {
      rebuild();
    }
  }

  private void rebuild() {
    MapModel old = map;
    old.range();
    map = maps.make(keys.size(), hashes);
    map.heap().joinTo(heap);
    for (int i = 0; i < keys.size(); i++) {
      map.assign(keys.at(i));
    }
    old.heap().dropAll();
    deletes = 0;
  }

  @Override
  public void clear() {
    map.clear();
    keys.clear();
  }

  @Override
  public void range() {
    map.range();
  }

  @Override
  public boolean lookup(int key) {
    return map.lookup(key);
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

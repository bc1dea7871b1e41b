package io.mapleak.simulator.workload;

import io.mapleak.simulator.Gauges;
import io.mapleak.simulator.HashSource;
import io.mapleak.simulator.Heap;
import io.mapleak.simulator.MapModel;
import io.mapleak.simulator.Models;
import io.mapleak.simulator.alternative.Alternative;
import io.mapleak.simulator.alternative.Design;
import java.util.ArrayList;
import java.util.List;

/**
 * One structure that a workload runs on, with the objects behind its keys and elems: each assign
 * brings new ones, since the caller has made them, and what it replaces becomes garbage.
 */
final class RunningMap {
  private final Design design;
  private final Design all;
  private final int maps;
  private final long hint;
  private final HashSource hashes;
  private final Heap heap;
  private final long keyCharge;
  private final long elemCharge;
  private final List<Sample> samples = new ArrayList<>();
  private MapModel map;
  private long liveBefore;

  RunningMap(Design design, Workload workload, HashSource hashes) {
    this.design = design;
    this.hashes = hashes;
    maps = workload.maps();
    all = maps > 1 ? Alternative.severally(design, maps) : design;
    hint = workload.hint();
    heap = new Heap(design.go());
    keyCharge = design.keepsEntries() ? workload.keyObject().charge(heap) : 0;
    elemCharge = design.keepsEntries() ? workload.elemObject().charge(heap) : 0;
    map = make(hint);
  }

  private MapModel make(long withHint) {
    MapModel made = all.factory().make(withHint, hashes);
    made.heap().joinTo(heap);
    return made;
  }

  boolean ignoresLookups() {
    return design.ignoresLookups();
  }

  /** Does the operations of a batch; {@code keys} are live at its end. */
  void run(Batch batch, LiveKeys keys) {
    boolean lookups = !ignoresLookups();
    for (int i = 0; i < batch.size(); i++) {
      int key = batch.key(i);
      switch (batch.code(i)) {
        case Batch.ASSIGN -> assign(key);
        case Batch.DELETE -> delete(key);
        case Batch.LOOKUP -> {
          if (lookups) {
            map.lookup(key);
          }
        }
        case Batch.CLEAR -> {
          dropObjects(map.count());
          map.clear();
        }
        case Batch.RANGE -> map.range();
        case Batch.REBUILD -> rebuild(keys);
        case Batch.MAKE -> {
          dropObjects(map.count());
          MapModel old = map;
          old.heap().dropAll();
          map = make(hint);
        }
        default -> throw new IllegalStateException("operation " + batch.code(i));
      }
    }
  }

  private void assign(int key) {
    long before = map.count();
    heap.take(keyCharge);
    heap.take(elemCharge);
    map.assign(key);
    if (map.count() == before) {
      dropObjects(1);
    }
  }

  private void delete(int key) {
    long before = map.count();
    map.delete(key);
    dropObjects(before - map.count());
  }

  private void dropObjects(long entries) {
    heap.drop(keyCharge, entries);
    heap.drop(elemCharge, entries);
  }

  private void rebuild(LiveKeys keys) {
    MapModel old = map;
    old.range();
    map = make(Math.max(Models.NO_HINT, (old.count() + maps - 1) / maps));
    for (int i = 0; i < keys.size(); i++) {
      if (old.lookup(keys.at(i))) {
        map.assign(keys.at(i));
      }
    }
    old.heap().dropAll();
  }

  /** Notes the state. */
  void sample(long atNanos) {
    long entries = map.count();
    Gauges gauges = map.gauges();
    long objects = entries * (keyCharge + elemCharge);
    long needed = Math.round(entries * design.entryBytes());
    samples.add(
        new Sample(
            atNanos,
            entries,
            gauges.slots(),
            gauges.arrayBytes(),
            heap.live(),
            heap.live() - objects - needed,
            heap.peak(),
            heap.peak() - Math.max(liveBefore, heap.live()),
            heap.totalAlloc(),
            gauges.evacuationBacklog()));
    heap.resetPeak();
    liveBefore = heap.live();
  }

  Outcome outcome() {
    return new Outcome(design, samples);
  }
}

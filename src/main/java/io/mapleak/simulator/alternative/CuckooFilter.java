package io.mapleak.simulator.alternative;

import io.mapleak.gomap.GoVersion;
import io.mapleak.simulator.Gauges;
import io.mapleak.simulator.Heap;
import io.mapleak.simulator.KeySet;
import io.mapleak.simulator.MapModel;
import io.mapleak.simulator.Models;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A cuckoo filter: membership with false positives, deletes, no elems (Fan, Andersen, Kaminsky,
 * Mitzenmacher: Cuckoo Filter: Practically Better Than Bloom, CoNEXT 2014). A table has 2^k buckets
 * of 4 fingerprints and takes keys up to a load of 95 % (their sections 4 and 5.1). With 12 bits a
 * fingerprint about 8 / 2^12 = 0.2 % of the lookups of absent keys say yes (their equation 6).
 *
 * <p>A filter can't grow, since it has only fingerprints: when it is full a second one of twice the
 * size takes what comes, and so on, and a lookup asks all; one that becomes empty is let go, but
 * for the newest (as the dynamic cuckoo filter of Chen, Liao, Jin and Wu, ICNP 2017, whose filters
 * are all of one size). Which keys are moved by an insert changes no size and has no model.
 */
final class CuckooFilter implements MapModel {
  /** Fingerprints of a bucket (their b). */
  static final int BUCKET = 4;

  /** Bits of a fingerprint (their f). */
  static final int FINGERPRINT_BITS = 12;

  /** Share of the places that can be filled with buckets of 4. */
  static final double MAX_LOAD = 0.95;

  /** Keys that a filter is made for where no hint says it. */
  private static final long USUAL_CAPACITY = 1024;

  /** Slice header of the table, number of its keys, mask of its buckets. */
  private static final int HEADER_BYTES = 40;

  private final Heap heap;
  private final long firstCapacity;
  private final List<Table> tables = new ArrayList<>();
  private final KeySet keys = new KeySet();
  private byte[] tableOf = new byte[16];

  /** One table of a chain. */
  private static final class Table {
    final byte number;
    final long places;
    final long headerCharge;
    final long charge;
    long used;

    Table(byte number, long capacity, Heap heap) {
      this.number = number;
      long buckets = Math.max(1, (long) Math.ceil(capacity / (MAX_LOAD * BUCKET)));
      long powerOfTwo = Long.highestOneBit(2 * buckets - 1);
      places = powerOfTwo * BUCKET;
      headerCharge = heap.malloc(HEADER_BYTES, true);
      charge = heap.malloc((places * FINGERPRINT_BITS + 7) / 8, false);
    }

    boolean isFull() {
      return used >= (long) (MAX_LOAD * places);
    }
  }

  /**
   * An empty filter.
   *
   * @param hint keys that it is made for, or {@link Models#NO_HINT}
   */
  CuckooFilter(GoVersion go, long hint) {
    heap = new Heap(go);
    firstCapacity = hint > 0 ? hint : USUAL_CAPACITY;
    tables.add(new Table((byte) 0, firstCapacity, heap));
  }

  @Override
  public void assign(int key) {
    if (!keys.add(key)) {
      return;
    }
    Table table = withRoom();
    table.used++;
    if (key >= tableOf.length) {
      tableOf = Arrays.copyOf(tableOf, Math.max(key + 1, 2 * tableOf.length));
    }
    tableOf[key] = table.number;
  }

  private Table withRoom() {
    for (Table table : tables) {
      if (!table.isFull()) {
        return table;
      }
    }
    Table last = tables.get(tables.size() - 1);
    Table next = new Table((byte) (last.number + 1), (long) (2 * last.places * MAX_LOAD), heap);
    tables.add(next);
    return next;
  }

  @Override
  public void delete(int key) {
    if (!keys.remove(key)) {
      return;
    }
    for (Table table : tables) {
      if (table.number == tableOf[key]) {
        table.used--;
        dropIfIdle(table);
        return;
      }
    }
  }

  private void dropIfIdle(Table table) {
    if (table.used == 0 && table != tables.get(tables.size() - 1)) {
      tables.remove(table);
      drop(table);
    }
  }

  private void drop(Table table) {
    heap.drop(table.headerCharge, 1);
    heap.drop(table.charge, 1);
  }

  /** Sets all fingerprints of the newest table to nothing; the others are let go. */
  @Override
  public void clear() {
    keys.clear();
    Table last = tables.remove(tables.size() - 1);
    tables.forEach(this::drop);
    tables.clear();
    last.used = 0;
    tables.add(last);
  }

  /** Keys can't be listed. */
  @Override
  public void range() {
    // there is nothing to go through
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
    return new Gauges(
        keys.size(),
        tables.stream().mapToLong(t -> t.places).sum(),
        tables.stream().mapToLong(t -> t.charge).sum(),
        0);
  }
}

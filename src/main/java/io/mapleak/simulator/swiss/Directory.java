package io.mapleak.simulator.swiss;

import io.mapleak.gomap.GoType;
import io.mapleak.simulator.Heap;
import java.util.function.Consumer;

/**
 * The tables by the top bits of the hash, 2^globalDepth entries; a table whose keys share fewer
 * bits stands in several, which are adjacent (extendible hashing; internal/runtime/maps/map.go).
 */
final class Directory {
  private final Heap heap;
  private Table[] tables;
  private long charge;
  private int globalDepth;

  /** A directory whose entries are still to be filled by {@link #replace}. */
  Directory(Heap heap, int globalDepth) {
    this.heap = heap;
    this.globalDepth = globalDepth;
    tables = new Table[1 << globalDepth];
    charge = heap.malloc((long) GoType.POINTER * tables.length, true);
  }

  int length() {
    return tables.length;
  }

  int globalDepth() {
    return globalDepth;
  }

  Table at(int index) {
    return tables[index];
  }

  /** The table of a hash. */
  Table of(long hash) {
    return globalDepth == 0 ? tables[0] : tables[(int) (hash >>> (Long.SIZE - globalDepth))];
  }

  /** Entries that a table takes up. */
  int entries(Table table) {
    return 1 << (globalDepth - table.localDepth);
  }

  /** Puts a table in all its entries (replaceTable). */
  void replace(Table table) {
    int entries = entries(table);
    for (int i = 0; i < entries; i++) {
      tables[table.index + i] = table;
    }
  }

  /** Doubles: one more bit of the hash tells the table. */
  void grow() {
    Table[] doubled = new Table[2 * tables.length];
    long doubledCharge = heap.malloc((long) GoType.POINTER * doubled.length, true);
    forEach(t -> t.index *= 2);
    for (int i = 0; i < tables.length; i++) {
      doubled[2 * i] = tables[i];
      doubled[2 * i + 1] = tables[i];
    }
    heap.drop(charge, 1);
    tables = doubled;
    charge = doubledCharge;
    globalDepth++;
  }

  /** Every table once, in order. */
  void forEach(Consumer<Table> action) {
    for (int i = 0; i < tables.length; ) {
      Table table = tables[i];
      i += entries(table);
      action.accept(table);
    }
  }

  /** Allocates a directory of the same length. */
  void mallocCopy() {
    heap.malloc((long) GoType.POINTER * tables.length, true);
  }

  void drop() {
    heap.drop(charge, 1);
  }
}

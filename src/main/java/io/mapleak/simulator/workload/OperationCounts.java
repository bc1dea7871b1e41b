package io.mapleak.simulator.workload;

/**
 * What a workload came to.
 *
 * @param inserts assigns of keys that were not there
 * @param updates assigns of keys that were
 * @param deletes deletes of keys that were there, expired ones among them
 * @param lookups lookups
 * @param events events on the whole map
 */
public record OperationCounts(long inserts, long updates, long deletes, long lookups, long events) {
  /** All operations. */
  public long total() {
    return inserts + updates + deletes + lookups + events;
  }

  /** Counts while they are made. */
  static final class Counter {
    long inserts;
    long updates;
    long deletes;
    long lookups;
    long events;

    OperationCounts counts() {
      return new OperationCounts(inserts, updates, deletes, lookups, events);
    }
  }
}

package io.mapleak.simulator.alternative;

import io.mapleak.gomap.GoVersion;
import io.mapleak.simulator.MapFactory;

/**
 * A structure that a workload can run on.
 *
 * @param name short, e.g. {@code sharded=16}
 * @param go the release whose allocator and maps it uses
 * @param note what it can't do, or what it costs besides memory; may be empty
 * @param factory makes it
 * @param entryBytes what an entry itself needs: key and elem, or a fingerprint
 * @param sees what it takes notice of beyond assigns and deletes
 * @param keepsEntries whether keys and elems are in it, so that what they point to stays alive
 */
public record Design(
    String name,
    GoVersion go,
    String note,
    MapFactory factory,
    double entryBytes,
    Sees sees,
    boolean keepsEntries) {
  /** One that keeps its entries. */
  Design(String name, GoVersion go, String note, MapFactory factory, double entryBytes, Sees sees) {
    this(name, go, note, factory, entryBytes, sees, true);
  }

  /** What changes a structure. */
  public enum Sees {
    /** Only writes; lookups leave it as it is. */
    WRITES,
    /** Lookups too: they move entries or count as misses. */
    LOOKUPS,
    /** Lookups, and it keeps deleted keys: none may come back as another key. */
    LOOKUPS_AND_DEAD_KEYS
  }

  /** Whether lookups can be left out of a run. */
  public boolean ignoresLookups() {
    return sees == Sees.WRITES;
  }

  /** Whether deleted keys stay in it. */
  public boolean keepsDeletedKeys() {
    return sees == Sees.LOOKUPS_AND_DEAD_KEYS;
  }
}

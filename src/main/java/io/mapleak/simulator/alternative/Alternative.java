package io.mapleak.simulator.alternative;

import io.mapleak.gomap.GoVersion;
import io.mapleak.gomap.MapType;
import io.mapleak.simulator.MapFactory;
import io.mapleak.simulator.Models;
import io.mapleak.simulator.alternative.Design.Sees;

/** What a workload can run on, the plain map first. */
public enum Alternative {
  /** The map as the workload has it. */
  MAP("map", Parameter.NONE, ""),
  /** Made with a hint; without one, for the most entries that the workload ever has. */
  PRESIZED("presized", Parameter.OPTIONAL, "made with a hint"),
  /** Copied to a new map after every N deletes. */
  REBUILD("rebuild", Parameter.NEEDED, "copies all entries after so many deletes"),
  /** S maps with a lock each; 32 as in orcaman/concurrent-map. */
  SHARDED("sharded", Parameter.OPTIONAL, "a lock and a map for each shard"),
  /** sync.Map, with the boxes of keys and values. */
  SYNC_MAP("sync.Map", Parameter.NONE, "keys and values are boxed as interfaces"),
  /** A sorted slice. */
  SLICE("slice", Parameter.NONE, "an insert or delete moves half of the entries"),
  /** A cuckoo filter; N keys, or the most that the workload ever has. */
  CUCKOO("cuckoo", Parameter.OPTIONAL, "membership only, 0.2 % false positives, holds no elems"),
  /** At most N entries, the least recently used goes. */
  LRU("lru", Parameter.NEEDED, "forgets what was used longest ago");

  /** Shards where no number is told (orcaman/concurrent-map: SHARD_COUNT). */
  static final int USUAL_SHARDS = 32;

  /** Most shards: each has a model of its own. */
  static final int MAX_SHARDS = 65_536;

  private static final int BITS_A_BYTE = 8;

  /** Whether a number belongs to it. */
  public enum Parameter {
    NONE,
    OPTIONAL,
    NEEDED
  }

  private final String word;
  private final Parameter parameter;
  private final String note;

  Alternative(String word, Parameter parameter, String note) {
    this.word = word;
    this.parameter = parameter;
    this.note = note;
  }

  /** Name on the command line and in tables. */
  public String word() {
    return word;
  }

  /** Whether a number belongs to it. */
  public Parameter parameter() {
    return parameter;
  }

  /** What it can't do, or costs besides memory. */
  public String note() {
    return note;
  }

  /**
   * The structure.
   *
   * @param asked its number, or 0 where none is told
   * @param mostEntries of one map in the workload, for structures that are made for it
   */
  public Design design(GoVersion go, MapType type, long asked, long mostEntries) {
    String name = asked > 0 ? word + "=" + asked : word;
    MapFactory maps = (hint, hashes) -> Models.make(go, type, hint, hashes);
    long size = asked > 0 ? asked : mostEntries;
    double pair = (double) type.key().size() + type.elem().size();
    return switch (this) {
      case MAP -> new Design(name, go, note, maps, pair, Sees.WRITES);
      case PRESIZED ->
          new Design(name, go, note, (hint, hashes) -> maps.make(size, hashes), pair, Sees.WRITES);
      case REBUILD ->
          new Design(
              name,
              go,
              note,
              (hint, hashes) -> new RebuiltMap(go, maps, hint, hashes, asked),
              pair,
              Sees.WRITES);
      case SHARDED -> sharded(name, go, maps, asked > 0 ? (int) asked : USUAL_SHARDS, pair);
      case SYNC_MAP ->
          new Design(
              name,
              go,
              note,
              (hint, hashes) -> new BoxedSyncMap(go, type, hashes),
              pair,
              go.atLeast(GoVersion.FIRST_SWISS) ? Sees.WRITES : Sees.LOOKUPS_AND_DEAD_KEYS);
      case SLICE ->
          new Design(
              name, go, note, (hint, hashes) -> new SortedSlice(go, type, hint), pair, Sees.WRITES);
      case CUCKOO ->
          new Design(
              name,
              go,
              note,
              (hint, hashes) -> new CuckooFilter(go, size),
              (double) CuckooFilter.FINGERPRINT_BITS / BITS_A_BYTE,
              Sees.WRITES,
              false);
      case LRU ->
          new Design(
              name,
              go,
              note,
              (hint, hashes) -> new LruCache(go, type, asked, hint, hashes),
              pair,
              Sees.LOOKUPS);
    };
  }

  private Design sharded(String name, GoVersion go, MapFactory maps, int shards, double pair) {
    MapFactory factory =
        (hint, hashes) ->
            new SplitMap(go, maps, shards, true, true, hint > 0 ? hint / shards : hint, hashes);
    return new Design(name, go, note, factory, pair, Sees.WRITES);
  }

  /** The same structure so many times, the keys spread over all evenly: the maps of one line. */
  public static Design severally(Design design, int maps) {
    MapFactory factory =
        (hint, hashes) ->
            new SplitMap(
                design.go(),
                design.factory(),
                maps,
                false,
                !design.keepsDeletedKeys(),
                hint,
                hashes);
    return new Design(
        design.name(),
        design.go(),
        design.note(),
        factory,
        design.entryBytes(),
        design.sees(),
        design.keepsEntries());
  }
}

package io.mapleak.simulator.alternative;

import io.mapleak.gomap.GoType;
import io.mapleak.gomap.GoVersion;
import io.mapleak.simulator.Gauges;
import io.mapleak.simulator.HashSource;
import io.mapleak.simulator.Heap;
import io.mapleak.simulator.MapFactory;
import io.mapleak.simulator.MapModel;
import java.util.Arrays;

/**
 * Several maps among which a hash of the key chooses: the maps of one line of code, or the shards
 * of a concurrent map. A shard is {@code struct { sync.RWMutex; m map[K]V }}, 24 + 8 bytes, behind
 * a slice of pointers (as in orcaman/concurrent-map, concurrent_map.go).
 *
 * <p>Keys have ids of their own in each part, so that parts stay small however many there are.
 */
final class SplitMap implements MapModel {
  private static final int SHARD_BYTES = 32;

  /** Any other than those of the maps will do. */
  private static final long ROUTE_SEED = 0x51ed2701c8a9b3f5L;

  /** Id in a part of all keys that it does not have. */
  private static final int STRANGER = 0;

  private final HashSource hashes;
  private final Heap heap;
  private final Part[] parts;
  private final boolean recycles;
  private int[] localIds = new int[16];
  private long count;

  /**
   * Several maps.
   *
   * @param shards whether each is a shard with a lock
   * @param recycles whether the id of a deleted key may go to another one
   */
  SplitMap(
      GoVersion go,
      MapFactory maps,
      int parts,
      boolean shards,
      boolean recycles,
      long hint,
      HashSource hashes) {
    this.hashes = hashes;
    this.recycles = recycles;
    heap = new Heap(go);
    if (shards) {
      heap.malloc((long) GoType.POINTER * parts, true);
    }
    this.parts = new Part[parts];
    for (int i = 0; i < parts; i++) {
      if (shards) {
        heap.malloc(SHARD_BYTES, true);
      }
      this.parts[i] = new Part(maps, hint);
    }
  }

  /** One of the maps, with the ids of its keys. */
  private final class Part implements HashSource {
    private final MapModel map;
    private int[] globalIds = new int[4];
    private int used = STRANGER + 1;
    private int[] free = new int[4];
    private int freeCount;

    Part(MapFactory maps, long hint) {
      map = maps.make(hint, this);
      map.heap().joinTo(heap);
    }

    @Override
    public long newSeed() {
      return hashes.newSeed();
    }

    @Override
    public long hash(int key, long seed) {
      return hashes.hash(globalIds[key], seed);
    }

    int newId(int key) {
      int id = freeCount > 0 ? free[--freeCount] : used++;
      if (id == globalIds.length) {
        globalIds = Arrays.copyOf(globalIds, 2 * id);
      }
      globalIds[id] = key;
      return id;
    }

    void release(int id) {
      if (freeCount == free.length) {
        free = Arrays.copyOf(free, 2 * freeCount);
      }
      free[freeCount++] = id;
    }

    void releaseAll() {
      used = STRANGER + 1;
      freeCount = 0;
    }

    /** Makes the stranger hash as this key does. */
    int stranger(int key) {
      globalIds[STRANGER] = key;
      return STRANGER;
    }
  }

  private Part part(int key) {
    long hash = hashes.hash(key, ROUTE_SEED);
    return parts[(int) Math.multiplyHigh(hash >>> 1, 2L * parts.length)];
  }

  private int localId(int key) {
    return key < localIds.length ? localIds[key] : STRANGER;
  }

  @Override
  public void assign(int key) {
    Part part = part(key);
    int id = localId(key);
    if (id == STRANGER) {
      id = part.newId(key);
      if (key >= localIds.length) {
        localIds = Arrays.copyOf(localIds, Math.max(key + 1, 2 * localIds.length));
      }
      localIds[key] = id;
    }
    long before = part.map.count();
    part.map.assign(id);
    count += part.map.count() - before;
  }

  @Override
  public void delete(int key) {
    Part part = part(key);
    int id = localId(key);
    long before = part.map.count();
    part.map.delete(id == STRANGER ? part.stranger(key) : id);
    count += part.map.count() - before;
    if (id != STRANGER && recycles) {
      localIds[key] = STRANGER;
      part.release(id);
    }
  }

  @Override
  public void clear() {
    for (Part part : parts) {
      part.map.clear();
      if (recycles) {
        part.releaseAll();
      }
    }
    if (recycles) {
      Arrays.fill(localIds, STRANGER);
    }
    count = 0;
  }

  @Override
  public void range() {
    for (Part part : parts) {
      part.map.range();
    }
  }

  @Override
  public boolean lookup(int key) {
    Part part = part(key);
    int id = localId(key);
    return part.map.lookup(id == STRANGER ? part.stranger(key) : id);
  }

  @Override
  public long count() {
    return count;
  }

  @Override
  public Heap heap() {
    return heap;
  }

  @Override
  public Gauges gauges() {
    long slots = 0;
    long bytes = 0;
    long backlog = 0;
    for (Part part : parts) {
      Gauges gauges = part.map.gauges();
      slots += gauges.slots();
      bytes += gauges.arrayBytes();
      backlog += gauges.evacuationBacklog();
    }
    return new Gauges(count, slots, bytes, backlog);
  }
}

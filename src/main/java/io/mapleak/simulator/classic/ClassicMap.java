package io.mapleak.simulator.classic;

import io.mapleak.gomap.ClassicLayout;
import io.mapleak.gomap.GoVersion;
import io.mapleak.gomap.MapType;
import io.mapleak.simulator.Gauges;
import io.mapleak.simulator.HashSource;
import io.mapleak.simulator.Heap;
import io.mapleak.simulator.MapModel;
import org.jspecify.annotations.Nullable;

/**
 * A map of Go 1.23 or earlier: 2^B buckets of 8 slots with overflow chains, which doubles at a load
 * factor of 6.5 and moves its entries bucket by bucket with the assigns and deletes that follow
 * (runtime/map.go). Not thread-safe.
 */
public final class ClassicMap implements MapModel {
  private Hmap h;

  private ClassicMap(Hmap h) {
    this.h = h;
  }

  /**
   * {@code make(map[K]V, hint)}.
   *
   * @throws IllegalArgumentException where the hint is too large for a model
   */
  public static ClassicMap make(MapType type, GoVersion go, long hint, HashSource hashes) {
    return new ClassicMap(makemap(type, go, hint, hashes, new Heap(go)));
  }

  /** The same in the ledger of an owner. */
  public static ClassicMap make(
      MapType type, GoVersion go, long hint, HashSource hashes, Heap heap) {
    return new ClassicMap(makemap(type, go, hint, hashes, heap));
  }

  static Hmap makemap(MapType type, GoVersion go, long hint, HashSource hashes, Heap heap) {
    Hmap h = new Hmap(type, go, hashes, heap);
    long heeded = type.classic(go).heeds(hint) ? hint : 0;
    while (HashGrow.overLoadFactor(go, heeded, h.b)) {
      h.b++;
    }
    if (h.b > 0) {
      BucketArray array = h.makeBucketArray(h.b);
      h.buckets = array;
      h.useSpares(array);
    }
    return h;
  }

  @Override
  public void assign(int key) {
    MapAssign.mapassign(h, key);
  }

  @Override
  public void delete(int key) {
    MapDelete.mapdelete(h, key);
  }

  @Override
  public void clear() {
    MapClear.mapclear(h);
  }

  /** {@code m = maps.Clone(m)}: from now on this is the clone. */
  public void cloneInPlace() {
    h = MapClone.mapclone(h);
  }

  /**
   * Marks both arrays as iterated; a map without pointers needs its overflow list from here on
   * (mapiterinit).
   */
  @Override
  public void range() {
    if (h.count == 0) {
      return;
    }
    if (!h.pointers) {
      h.createOverflow();
    }
    h.flags |= Hmap.ITERATOR | Hmap.OLD_ITERATOR;
  }

  @Override
  public boolean lookup(int key) {
    BucketArray array = h.buckets;
    if (h.count == 0 || array == null) {
      return false;
    }
    long hash = h.hashes.hash(key, h.hash0);
    int bucket = (int) hash & (array.base() - 1);
    BucketArray old = h.oldbuckets;
    if (old != null) {
      int oldbucket = (int) hash & (old.base() - 1);
      if (!Tophash.evacuated(old.tophashes(oldbucket))) {
        array = old;
        bucket = oldbucket;
      }
    }
    int top = Tophash.of(hash);
    do {
      for (long m = Tophash.matches(array.tophashes(bucket), top); m != 0; m &= m - 1) {
        if (array.key(bucket, Tophash.first(m)) == key) {
          return true;
        }
      }
      bucket = array.overflow(bucket);
    } while (bucket != BucketArray.NIL);
    return false;
  }

  /** All keys, bucket by bucket. */
  public int[] keys() {
    return Keys.of(h);
  }

  /** Drops the last reference to the map, which must not be used any more. */
  public void drop() {
    h.dropEntries(h.count);
    h.dropAll();
  }

  @Override
  public long count() {
    return h.count;
  }

  @Override
  public Heap heap() {
    return h.heap;
  }

  @Override
  public Gauges gauges() {
    long slots = h.buckets == null ? 0 : (long) h.buckets.base() * ClassicLayout.SLOTS;
    long backlog = h.oldbuckets == null ? 0 : h.oldbuckets.base() - h.nevacuate;
    long bytes = h.buckets == null ? 0 : h.buckets.charge();
    return new Gauges(h.count, slots, bytes, backlog);
  }

  /** Bytes of a bucket. */
  public long bucketBytes() {
    return h.bucketBytes;
  }

  /** Whether buckets hold pointers. */
  public boolean bucketPointers() {
    return h.pointers;
  }

  /** The load factor in halves: 13, in Go 1.21 12. */
  public int loadFactorNumerator() {
    return HashGrow.loadFactorNum(h.go);
  }

  /** Log2 of the buckets. */
  public int b() {
    return h.b;
  }

  /** Overflow buckets, exact below B = 16. */
  public int noverflow() {
    return h.noverflow;
  }

  /** Old buckets below this one have been evacuated. */
  public int nevacuate() {
    return h.nevacuate;
  }

  /** Whether the growth under way keeps the size. */
  public boolean sameSizeGrow() {
    return h.sameSizeGrow();
  }

  /** Bit 0: iterator, bit 1: oldIterator. */
  public int iteratorFlags() {
    return h.flags & (Hmap.ITERATOR | Hmap.OLD_ITERATOR);
  }

  /** The array, null before the first assign. */
  public @Nullable BucketArray buckets() {
    return h.buckets;
  }

  /** The array that a growth has not moved yet, null when there is none. */
  public @Nullable BucketArray oldbuckets() {
    return h.oldbuckets;
  }

  /** Whether the map has its mapextra. */
  public boolean hasExtra() {
    return h.extra;
  }

  /** The next spare overflow bucket, -1 when none is left. */
  public int nextOverflow() {
    return h.nextOverflow;
  }

  /** Length and capacity of the overflow list, -1 each where there is none. */
  public int[] overflowList(boolean old) {
    OverflowList list = old ? h.oldoverflow : h.overflow;
    return list == null ? new int[] {-1, -1} : new int[] {list.length(), list.capacity()};
  }
}

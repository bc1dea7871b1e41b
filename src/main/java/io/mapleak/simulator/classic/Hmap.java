package io.mapleak.simulator.classic;

import io.mapleak.gomap.ClassicLayout;
import io.mapleak.gomap.GoVersion;
import io.mapleak.gomap.MapType;
import io.mapleak.simulator.HashSource;
import io.mapleak.simulator.Heap;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * The header of a classic map with its mapextra, and what all operations share (runtime/map.go:
 * hmap, mapextra, makeBucketArray, newoverflow, incrnoverflow, createOverflow).
 */
final class Hmap {
  static final int ITERATOR = 1;
  static final int OLD_ITERATOR = 2;
  static final int SAME_SIZE_GROW = 4;

  /** Bytes of an hmap. */
  static final int HEADER_BYTES = 48;

  private static final int EXTRA_BYTES = 24;

  /** From this B on noverflow counts only a sample. */
  private static final int SAMPLED_OVERFLOW_B = 16;

  /** No spare overflow bucket is left. */
  static final int NONE_LEFT = -1;

  /** The largest B whose arrays fit Java's: 2^27 buckets of 8 slots, 2^24 spare ones, and room. */
  static final int MAX_B = 26;

  final MapType type;
  final GoVersion go;
  final HashSource hashes;
  final Heap heap;
  final long bucketBytes;
  final boolean pointers;
  final long bucketCharge;
  final long keyCharge;
  final long elemCharge;
  final long headerCharge;

  long count;
  int flags;
  int b;
  int noverflow;
  long hash0;
  @Nullable BucketArray buckets;
  @Nullable BucketArray oldbuckets;
  int nevacuate;

  boolean extra;
  private long extraCharge;
  @Nullable OverflowList overflow;
  @Nullable OverflowList oldoverflow;
  int nextOverflow = NONE_LEFT;

  /** Overflow buckets, allocated by themselves, that chains of pointerful buckets keep alive. */
  long added;

  long oldAdded;

  /** Keys and elems stored apart that are only reachable through evacuated old buckets. */
  long orphans;

  private final SplittableRandom chance = new SplittableRandom(SAMPLED_OVERFLOW_B);

  Hmap(MapType type, GoVersion go, HashSource hashes, Heap heap) {
    this.type = type;
    this.go = go;
    this.hashes = hashes;
    this.heap = heap;
    bucketBytes = type.classic(go).bucketBytes();
    pointers = type.pointers();
    bucketCharge = heap.charge(bucketBytes, pointers);
    keyCharge = type.key().indirect() ? heap.charge(type.key().size(), type.key().pointers()) : 0;
    elemCharge =
        type.elem().indirect() ? heap.charge(type.elem().size(), type.elem().pointers()) : 0;
    headerCharge = heap.malloc(HEADER_BYTES, true);
    hash0 = hashes.newSeed();
  }

  boolean growing() {
    return oldbuckets != null;
  }

  boolean sameSizeGrow() {
    return (flags & SAME_SIZE_GROW) != 0;
  }

  /** The first bucket is allocated late, by the first assign. */
  BucketArray bucketsOrNew() {
    BucketArray array = buckets;
    if (array == null) {
      array = new BucketArray(0, 1, heap.malloc(bucketBytes, pointers));
      buckets = array;
    }
    return array;
  }

  /** An array of 2^B buckets and spare ones, as many as its memory block holds. */
  BucketArray makeBucketArray(int newB) {
    if (newB > MAX_B) {
      throw new IllegalArgumentException("a map of 2^" + newB + " buckets is too large a model");
    }
    long n = arrayLength(newB);
    return new BucketArray(newB, Math.toIntExact(n), heap.malloc(n * bucketBytes, pointers));
  }

  private long arrayLength(int newB) {
    long n = 1L << newB;
    if (newB >= ClassicLayout.FIRST_B_WITH_SPARE) {
      n += 1L << (newB - ClassicLayout.FIRST_B_WITH_SPARE);
      n = heap.usable(n * bucketBytes, pointers) / bucketBytes;
    }
    return n;
  }

  /** Makes the spare buckets of a new array those that overflow goes to. */
  void useSpares(BucketArray array) {
    if (array.length() > array.base()) {
      needExtra();
      nextOverflow = array.base();
    }
  }

  private void needExtra() {
    if (!extra) {
      extraCharge = heap.malloc(EXTRA_BYTES, true);
      extra = true;
    }
  }

  /** Gives a chain one more bucket at its end and tells which. */
  int newoverflow(BucketArray array, int last) {
    int bucket = nextOverflow;
    boolean alone = bucket == NONE_LEFT;
    if (alone) {
      heap.malloc(bucketBytes, pointers);
      bucket = array.add();
    } else {
      nextOverflow = bucket + 1 < array.length() ? bucket + 1 : NONE_LEFT;
    }
    incrnoverflow();
    if (!pointers) {
      createOverflow().append(alone);
    } else if (alone) {
      added++;
    }
    array.setOverflow(last, bucket);
    return bucket;
  }

  private void incrnoverflow() {
    if (b < SAMPLED_OVERFLOW_B || chance.nextInt(1 << (b - SAMPLED_OVERFLOW_B + 1)) == 0) {
      noverflow++;
    }
  }

  /** The list of overflow buckets of a map without pointers. */
  OverflowList createOverflow() {
    needExtra();
    OverflowList list = overflow;
    if (list == null) {
      list = new OverflowList(heap);
      overflow = list;
    }
    return list;
  }

  /** Allocates the objects of an entry whose key or elem is stored apart. */
  void mallocEntry() {
    if (keyCharge > 0) {
      heap.malloc(type.key().size(), type.key().pointers());
    }
    if (elemCharge > 0) {
      heap.malloc(type.elem().size(), type.elem().pointers());
    }
  }

  /** Drops the objects of so many entries. */
  void dropEntries(long entries) {
    heap.drop(keyCharge, entries);
    heap.drop(elemCharge, entries);
  }

  /** Drops the old array and all that only it kept alive. */
  void dropOld() {
    BucketArray old = oldbuckets;
    if (old == null) {
      return;
    }
    heap.drop(old.charge(), 1);
    heap.drop(bucketCharge, oldAdded);
    dropEntries(orphans);
    oldAdded = 0;
    orphans = 0;
    oldbuckets = null;
    dropOldOverflow();
  }

  private void dropOldOverflow() {
    if (oldoverflow != null) {
      oldoverflow.drop(bucketCharge);
      oldoverflow = null;
    }
  }

  /** Drops the overflow buckets of the current array. */
  void dropOverflow() {
    heap.drop(bucketCharge, added);
    added = 0;
    if (overflow != null) {
      overflow.drop(bucketCharge);
      overflow = null;
    }
    nextOverflow = NONE_LEFT;
  }

  /** Drops all but the entries' own objects; the map must not be used any more. */
  void dropAll() {
    dropOld();
    dropOverflow();
    if (buckets != null) {
      heap.drop(buckets.charge(), 1);
    }
    heap.drop(headerCharge, 1);
    heap.drop(extraCharge, extra ? 1 : 0);
  }
}

package io.mapleak.simulator.classic;

import static java.util.Objects.requireNonNull;

import io.mapleak.gomap.ClassicLayout;
import io.mapleak.gomap.GoVersion;

/**
 * {@code m = maps.Clone(m)} (runtime/map.go: mapclone2, moveToBmap). The clone is sized to the
 * count. Keys stored apart are shared, as the runtime does for all that need no update when they
 * are assigned again.
 */
final class MapClone {
  private static final int SLOTS = ClassicLayout.SLOTS;

  /** The first release whose clone of an overloaded map is not larger than it (golang/go#69110). */
  private static final GoVersion FIRST_CAPPED = GoVersion.of(22);

  private final Hmap src;
  private final Hmap dst;
  private long shared;

  private MapClone(Hmap src, Hmap dst) {
    this.src = src;
    this.dst = dst;
  }

  /** The clone, in the ledger of the original, which is dropped. */
  static Hmap mapclone(Hmap src) {
    long hint = src.count;
    if (src.go.atLeast(FIRST_CAPPED) && HashGrow.overLoadFactor(src.go, hint, src.b)) {
      hint = HashGrow.loadLimit(src.go, src.b);
    }
    Hmap dst = ClassicMap.makemap(src.type, src.go, hint, src.hashes, src.heap);
    dst.hash0 = src.hash0;
    MapClone clone = new MapClone(src, dst);
    if (src.count > 0) {
      clone.copy(dst.bucketsOrNew(), requireNonNull(src.buckets));
    }
    clone.dropSource();
    return dst;
  }

  private void copy(BucketArray to, BucketArray from) {
    if (src.b == 0 && src.elemCharge == 0) {
      copyBucket(to, from);
      return;
    }
    for (int i = 0; i < to.base(); i++) {
      Place place = new Place(i);
      for (int j = i; j < from.base(); j += to.base()) {
        moveChain(to, place, from, j);
      }
    }
    BucketArray old = src.oldbuckets;
    if (old != null) {
      copyOld(to, old);
    }
  }

  /** A map of one bucket is copied as it is, holes included. */
  private void copyBucket(BucketArray to, BucketArray from) {
    to.setTophashes(0, from.tophashes(0));
    for (int i = 0; i < SLOTS; i++) {
      to.setKey(0, i, from.key(0, i));
    }
    dst.count = src.count;
    shared = src.count;
  }

  private void copyOld(BucketArray to, BucketArray old) {
    for (int i = 0; i < old.base(); i++) {
      if (Tophash.evacuated(old.tophashes(i))) {
        continue;
      }
      if (old.base() >= to.base()) {
        int last = i & (to.base() - 1);
        while (to.overflow(last) != BucketArray.NIL) {
          last = to.overflow(last);
        }
        moveChain(to, new Place(last), old, i);
      } else {
        assignChain(old, i);
      }
    }
  }

  /** Where the next entry of a chain goes. */
  private static final class Place {
    private int bucket;
    private int slot;

    Place(int bucket) {
      this.bucket = bucket;
    }
  }

  private void moveChain(BucketArray to, Place place, BucketArray from, int head) {
    int bucket = head;
    do {
      long word = from.tophashes(bucket);
      for (int i = 0; i < SLOTS; i++) {
        int top = Tophash.at(word, i);
        if (top > Tophash.EMPTY_ONE) {
          moveEntry(to, place, top, from.key(bucket, i));
        }
      }
      bucket = from.overflow(bucket);
    } while (bucket != BucketArray.NIL);
  }

  private void moveEntry(BucketArray to, Place place, int top, int key) {
    while (place.slot < SLOTS
        && Tophash.at(to.tophashes(place.bucket), place.slot) > Tophash.EMPTY_ONE) {
      place.slot++;
    }
    if (place.slot == SLOTS) {
      place.bucket = dst.newoverflow(to, place.bucket);
      place.slot = 0;
    }
    to.setTophash(place.bucket, place.slot, top);
    to.setKey(place.bucket, place.slot, key);
    place.slot++;
    if (dst.elemCharge > 0) {
      dst.heap.malloc(dst.type.elem().size(), dst.type.elem().pointers());
    }
    shared++;
    dst.count++;
  }

  /** One old bucket may go to several new ones: entry by entry. */
  private void assignChain(BucketArray old, int head) {
    int bucket = head;
    do {
      long word = old.tophashes(bucket);
      for (int i = 0; i < SLOTS; i++) {
        if (Tophash.at(word, i) > Tophash.EMPTY_ONE) {
          MapAssign.mapassign(dst, old.key(bucket, i));
        }
      }
      bucket = old.overflow(bucket);
    } while (bucket != BucketArray.NIL);
  }

  private void dropSource() {
    src.heap.drop(src.keyCharge, src.count - shared);
    src.heap.drop(src.elemCharge, src.count);
    src.dropAll();
  }
}

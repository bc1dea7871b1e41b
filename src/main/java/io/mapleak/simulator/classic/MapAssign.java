package io.mapleak.simulator.classic;

import static java.util.Objects.requireNonNull;

import io.mapleak.gomap.ClassicLayout;

/** {@code m[key] = value} (runtime/map.go: mapassign; the fast variants leave the same map). */
final class MapAssign {
  private static final int SLOTS = ClassicLayout.SLOTS;

  private MapAssign() {}

  static void mapassign(Hmap h, int key) {
    long hash = h.hashes.hash(key, h.hash0);
    int top = Tophash.of(hash);
    h.bucketsOrNew();
    while (!assign(h, key, hash, top)) {
      HashGrow.hashGrow(h);
    }
  }

  /** One try; false where the map has to grow first. */
  private static boolean assign(Hmap h, int key, long hash, int top) {
    BucketArray array = requireNonNull(h.buckets);
    int bucket = (int) hash & (array.base() - 1);
    BucketArray old = h.oldbuckets;
    if (old != null) {
      HashGrow.growWork(h, old, bucket);
    }
    int insert = -1;
    int last;
    while (true) {
      long word = array.tophashes(bucket);
      for (long m = Tophash.matches(word, top); m != 0; m &= m - 1) {
        if (array.key(bucket, Tophash.first(m)) == key) {
          return true;
        }
      }
      if (insert < 0) {
        long empty = Tophash.empties(word);
        if (empty != 0) {
          insert = bucket * SLOTS + Tophash.first(empty);
        }
      }
      last = bucket;
      bucket = array.overflow(bucket);
      if (bucket == BucketArray.NIL || Tophash.hasEmptyRest(word)) {
        break;
      }
    }
    if (HashGrow.isDue(h)) {
      return false;
    }
    if (insert < 0) {
      insert = h.newoverflow(array, last) * SLOTS;
    }
    h.mallocEntry();
    array.setTophash(insert / SLOTS, insert % SLOTS, top);
    array.setKey(insert / SLOTS, insert % SLOTS, key);
    h.count++;
    return true;
  }
}

package io.mapleak.simulator.classic;

import static java.util.Objects.requireNonNull;

import io.mapleak.gomap.ClassicLayout;

/** {@code delete(m, key)} (runtime/map.go: mapdelete). */
final class MapDelete {
  private static final int LAST_SLOT = ClassicLayout.SLOTS - 1;

  private MapDelete() {}

  static void mapdelete(Hmap h, int key) {
    if (h.count == 0) {
      return;
    }
    long hash = h.hashes.hash(key, h.hash0);
    BucketArray array = requireNonNull(h.buckets);
    int head = (int) hash & (array.base() - 1);
    BucketArray old = h.oldbuckets;
    if (old != null) {
      HashGrow.growWork(h, old, head);
    }
    int top = Tophash.of(hash);
    for (int bucket = head; ; bucket = array.overflow(bucket)) {
      long word = array.tophashes(bucket);
      for (long m = Tophash.matches(word, top); m != 0; m &= m - 1) {
        int slot = Tophash.first(m);
        if (array.key(bucket, slot) == key) {
          delete(h, array, head, bucket, slot, hash);
          return;
        }
      }
      if (array.overflow(bucket) == BucketArray.NIL || Tophash.hasEmptyRest(word)) {
        return;
      }
    }
  }

  private static void delete(Hmap h, BucketArray array, int head, int bucket, int slot, long hash) {
    dropEntry(h, array.key(bucket, slot), hash);
    array.setTophash(bucket, slot, Tophash.EMPTY_ONE);
    if (nothingFollows(array, bucket, slot)) {
      markEmptyRest(array, head, bucket, slot);
    }
    h.count--;
    if (h.count == 0) {
      h.hash0 = h.hashes.newSeed();
    }
  }

  private static boolean nothingFollows(BucketArray array, int bucket, int slot) {
    if (slot < LAST_SLOT) {
      return Tophash.at(array.tophashes(bucket), slot + 1) == Tophash.EMPTY_REST;
    }
    int next = array.overflow(bucket);
    return next == BucketArray.NIL || Tophash.at(array.tophashes(next), 0) == Tophash.EMPTY_REST;
  }

  /** Turns this slot and all emptyOne right before it into emptyRest, back to the chain's head. */
  private static void markEmptyRest(BucketArray array, int head, int bucket, int slot) {
    int b = bucket;
    int i = slot;
    while (true) {
      array.setTophash(b, i, Tophash.EMPTY_REST);
      if (i > 0) {
        i--;
      } else if (b == head) {
        return;
      } else {
        b = previous(array, head, b);
        i = LAST_SLOT;
      }
      if (Tophash.at(array.tophashes(b), i) != Tophash.EMPTY_ONE) {
        return;
      }
    }
  }

  private static int previous(BucketArray array, int head, int bucket) {
    int b = head;
    while (array.overflow(b) != bucket) {
      b = array.overflow(b);
    }
    return b;
  }

  /** A key or elem stored apart lives on while an evacuated old bucket still points to it. */
  private static void dropEntry(Hmap h, int key, long hash) {
    if (h.keyCharge == 0 && h.elemCharge == 0) {
      return;
    }
    BucketArray old = h.oldbuckets;
    if (old != null && orphan(old, (int) hash & (old.base() - 1), key)) {
      h.orphans++;
    } else {
      h.dropEntries(1);
    }
  }

  /** Whether the old chain holds the key; its mark there makes it count only once. */
  private static boolean orphan(BucketArray old, int head, int key) {
    int bucket = head;
    do {
      long word = old.tophashes(bucket);
      for (int i = 0; i <= LAST_SLOT; i++) {
        int top = Tophash.at(word, i);
        if ((top == Tophash.EVACUATED_X || top == Tophash.EVACUATED_Y)
            && old.key(bucket, i) == key) {
          old.setKey(bucket, i, BucketArray.CLEARED);
          return true;
        }
      }
      bucket = old.overflow(bucket);
    } while (bucket != BucketArray.NIL);
    return false;
  }
}

package io.mapleak.simulator.classic;

import static java.util.Objects.requireNonNull;

import io.mapleak.gomap.ClassicLayout;

/**
 * Moves one old bucket to the new array (runtime/map.go: evacuate, evacDst, advanceEvacuationMark).
 * Keys that differ from themselves (NaN) have no model.
 */
final class Evacuation {
  private static final int SLOTS = ClassicLayout.SLOTS;

  /** The mark advances by at most so many buckets at a time. */
  private static final int MAX_ADVANCE = 1024;

  private final Hmap h;
  private final BucketArray array;
  private int bucket;
  private int slot;

  /** A destination: the next free slot of a chain (evacDst). */
  private Evacuation(Hmap h, BucketArray array, int bucket) {
    this.h = h;
    this.array = array;
    this.bucket = bucket;
  }

  private void put(int tophash, int key) {
    if (slot == SLOTS) {
      bucket = h.newoverflow(array, bucket);
      slot = 0;
    }
    array.setTophash(bucket, slot, tophash);
    array.setKey(bucket, slot, key);
    slot++;
  }

  static void evacuate(Hmap h, BucketArray old, int oldbucket) {
    if (!Tophash.evacuated(old.tophashes(oldbucket))) {
      move(h, old, oldbucket);
      if ((h.flags & Hmap.OLD_ITERATOR) == 0 && h.pointers) {
        clearPointers(h, old, oldbucket);
      }
    }
    if (oldbucket == h.nevacuate) {
      advanceEvacuationMark(h, old);
    }
  }

  private static void move(Hmap h, BucketArray old, int oldbucket) {
    BucketArray array = requireNonNull(h.buckets);
    int newbit = old.base();
    boolean sameSize = h.sameSizeGrow();
    Evacuation x = new Evacuation(h, array, oldbucket);
    Evacuation y = sameSize ? x : new Evacuation(h, array, oldbucket + newbit);
    int from = oldbucket;
    do {
      long word = old.tophashes(from);
      for (int i = 0; i < SLOTS; i++) {
        int top = Tophash.at(word, i);
        if (top <= Tophash.EMPTY_ONE) {
          word = Tophash.with(word, i, Tophash.EVACUATED_EMPTY);
          continue;
        }
        int key = old.key(from, i);
        boolean useY = !sameSize && (h.hashes.hash(key, h.hash0) & newbit) != 0;
        word = Tophash.with(word, i, useY ? Tophash.EVACUATED_Y : Tophash.EVACUATED_X);
        (useY ? y : x).put(top, key);
      }
      old.setTophashes(from, word);
      from = old.overflow(from);
    } while (from != BucketArray.NIL);
  }

  /** Helps the collector: only the first bucket of the chain is cleared, with its link. */
  private static void clearPointers(Hmap h, BucketArray old, int oldbucket) {
    int added = old.addedInChain(oldbucket);
    h.heap.drop(h.bucketCharge, added);
    h.oldAdded -= added;
    old.setOverflow(oldbucket, BucketArray.NIL);
    for (int i = 0; i < SLOTS; i++) {
      old.setKey(oldbucket, i, BucketArray.CLEARED);
    }
  }

  private static void advanceEvacuationMark(Hmap h, BucketArray old) {
    h.nevacuate++;
    int stop = Math.min(h.nevacuate + MAX_ADVANCE, old.base());
    while (h.nevacuate != stop && Tophash.evacuated(old.tophashes(h.nevacuate))) {
      h.nevacuate++;
    }
    if (h.nevacuate == old.base()) {
      h.dropOld();
      h.flags &= ~Hmap.SAME_SIZE_GROW;
    }
  }
}

package io.mapleak.simulator.classic;

import io.mapleak.gomap.ClassicLayout;
import org.jspecify.annotations.Nullable;

/** Collects the keys of a map: of its buckets, then of the old ones that a growth left so far. */
final class Keys {
  private final int[] keys;
  private int length;

  private Keys(int count) {
    keys = new int[count];
  }

  static int[] of(Hmap h) {
    Keys keys = new Keys(Math.toIntExact(h.count));
    keys.add(h.buckets, false);
    keys.add(h.oldbuckets, true);
    return keys.keys;
  }

  private void add(@Nullable BucketArray array, boolean old) {
    if (array == null) {
      return;
    }
    for (int i = 0; i < array.base(); i++) {
      if (!(old && Tophash.evacuated(array.tophashes(i)))) {
        addChain(array, i);
      }
    }
  }

  private void addChain(BucketArray array, int head) {
    int bucket = head;
    do {
      long word = array.tophashes(bucket);
      for (int i = 0; i < ClassicLayout.SLOTS; i++) {
        if (Tophash.at(word, i) >= Tophash.MIN_TOP_HASH) {
          keys[length++] = array.key(bucket, i);
        }
      }
      bucket = array.overflow(bucket);
    } while (bucket != BucketArray.NIL);
  }
}

package io.mapleak.simulator.classic;

/** {@code clear(m)} (runtime/map.go: mapclear): the array stays, all else is let go. */
final class MapClear {
  private MapClear() {}

  static void mapclear(Hmap h) {
    BucketArray array = h.buckets;
    if (h.count == 0 || array == null) {
      return;
    }
    h.dropEntries(h.count);
    h.flags &= ~Hmap.SAME_SIZE_GROW;
    h.dropOld();
    h.nevacuate = 0;
    h.noverflow = 0;
    h.count = 0;
    h.hash0 = h.hashes.newSeed();
    h.dropOverflow();
    array.zero();
    h.useSpares(array);
  }
}

package io.mapleak.forecast;

/** What maps allocate for their entries when these only grow. */
interface CapacityCurve {
  /** Bytes of arrays, or of all groups, at so many entries. */
  double arrayBytes(double entries);

  /** Blocks of one size that are alive at so many entries. */
  double liveBlocks(double entries, long bytes);

  /** Entries at which the arrays next grow as a whole; infinite where they grow bit by bit. */
  double nextGrowth(double entries);

  /** Bytes that the old and the new arrays hold together in the growth at so many entries. */
  double transientBytes(double entries);
}

package io.mapleak.forecast;

/**
 * What maps allocate for their entries when these only grow. Where hashes decide when arrays grow,
 * a curve has several variants, each as likely as any other.
 */
interface CapacityCurve {
  /** Number of variants, 1 or more. */
  default int variants() {
    return 1;
  }

  /** Bytes of arrays, or of all groups or nodes, at so many entries. */
  double arrayBytes(double entries, int variant);

  /** What there is of the blocks of one size, in bytes as charged. */
  Blocks blocks(long bytes);

  /**
   * Entries at which the arrays next double, or half of the tables of a Swiss map have split;
   * infinite where they grow bit by bit.
   */
  double nextGrowth(double entries);

  /** Bytes of arrays after the growth at so many entries, which splits end a little later. */
  double grownBytes(double entries);

  /** Bytes that the old and the new arrays hold together in the growth at so many entries. */
  double transientBytes(double entries);

  /** Blocks of one size. */
  interface Blocks {
    /** Those alive at so many entries. */
    double live(double entries, int variant);

    /** Those made until then; NaN where entries do not tell. */
    double made(double entries, int variant);
  }
}

package io.mapleak.forecast;

/**
 * sync.Map since Go 1.24: one entry object for each entry, and nodes of 16 children, one for each
 * part of the hash that two entries or more have in common (internal/sync/hashtriemap.go: expand).
 *
 * @param maps that share the entries evenly
 */
record TrieCurve(double maps) implements CapacityCurve {
  /** Bytes of an entry, as charged. */
  static final long ENTRY = 48;

  /** Bytes of an indirect node, as charged. */
  static final long NODE = 160;

  private static final int FAN_OUT = 16;

  /** Levels of a trie of hashes of 64 bits. */
  private static final int LEVELS = 16;

  /** Expected nodes: the root, and at each level the parts with two entries or more (Poisson). */
  private double nodes(double entries) {
    double nodes = 1;
    double parts = 1;
    for (int level = 1; level < LEVELS; level++) {
      parts *= FAN_OUT;
      double mean = entries / maps / parts;
      nodes += parts * (-Math.expm1(-mean) - mean * Math.exp(-mean));
    }
    return maps * nodes;
  }

  @Override
  public double arrayBytes(double entries, int variant) {
    return ENTRY * entries + NODE * nodes(entries);
  }

  /** Nodes and entries die with deletes only. */
  @Override
  public Blocks blocks(long bytes) {
    return new Blocks() {
      @Override
      public double live(double entries, int variant) {
        return bytes == ENTRY ? entries : bytes == NODE ? nodes(entries) : 0;
      }

      @Override
      public double made(double entries, int variant) {
        return live(entries, variant);
      }
    };
  }

  @Override
  public double nextGrowth(double entries) {
    return Double.POSITIVE_INFINITY;
  }

  @Override
  public double grownBytes(double entries) {
    return arrayBytes(entries, 0);
  }

  @Override
  public double transientBytes(double entries) {
    return 0;
  }
}

package io.mapleak.forecast;

import io.mapleak.gomap.ClassicLayout;

/**
 * Classic maps of one line: each array doubles when its load factor is exceeded (runtime/map.go:
 * overLoadFactor, hashGrow).
 *
 * @param layout of a bucket
 * @param loadFactor average entries of a bucket at which arrays double
 * @param maps that share the entries evenly
 * @param arrays alive for each map: 2 for a sync.Map with read and dirty map
 * @param copied whether whole maps are copied as they grow, as a sync.Map's dirty map is
 */
record ClassicCurve(
    ClassicLayout layout, double loadFactor, double maps, double arrays, boolean copied)
    implements CapacityCurve {
  /** Arrays that no machine holds are reckoned on, so that a far forecast does not seem to end. */
  private static final int LARGEST_B = 60;

  private int b(double entries) {
    double each = entries / maps;
    int b = 0;
    while (b < LARGEST_B && each > mostEntries(b)) {
      b++;
    }
    return b;
  }

  private double charge(int b) {
    int beyond = Math.max(0, b - ClassicLayout.MAX_B);
    return Math.scalb((double) layout.arrayCharge(b - beyond), beyond);
  }

  private double mostEntries(int b) {
    return b == 0 ? ClassicLayout.SLOTS : loadFactor * (1L << b);
  }

  /** Beside the one array of a sync.Map the other map may have a single bucket, never sampled. */
  @Override
  public int variants() {
    return copied && arrays == 1 ? 2 : 1;
  }

  @Override
  public double arrayBytes(double entries, int variant) {
    return maps * (arrays * charge(b(entries)) + variant * layout.bucketCharge());
  }

  @Override
  public Blocks blocks(long bytes) {
    return new Blocks() {
      @Override
      public double live(double entries, int variant) {
        return charge(b(entries)) == bytes ? maps * arrays : 0;
      }

      @Override
      public double made(double entries, int variant) {
        return copied ? Double.NaN : charge(b(entries)) >= bytes ? maps : 0;
      }
    };
  }

  @Override
  public double nextGrowth(double entries) {
    return growsAt(b(entries));
  }

  @Override
  public double grownBytes(double entries) {
    return maps * arrays * charge(b(entries) + 1);
  }

  /** Entries at which arrays of 2^B buckets grow. */
  double growsAt(int b) {
    return maps * mostEntries(b);
  }

  @Override
  public double transientBytes(double entries) {
    int b = b(entries);
    return maps * (arrays * charge(b) + charge(b + 1));
  }
}

package io.mapleak.forecast;

import io.mapleak.gomap.ClassicLayout;

/**
 * Classic maps of one line: each array doubles when its load factor is reached (runtime/map.go:
 * hashGrow).
 *
 * @param layout of a bucket
 * @param maps that share the entries evenly
 * @param arrays alive for each map: 2 for a sync.Map with read and dirty map
 */
record ClassicCurve(ClassicLayout layout, double maps, double arrays) implements CapacityCurve {
  private int b(double entries) {
    double each = entries / maps;
    int b = 0;
    while (b < ClassicLayout.MAX_B && each > ClassicLayout.maxEntries(b)) {
      b++;
    }
    return b;
  }

  @Override
  public double arrayBytes(double entries) {
    return maps * arrays * layout.arrayCharge(b(entries));
  }

  @Override
  public double liveBlocks(double entries, long bytes) {
    return layout.arrayCharge(b(entries)) == bytes ? maps * arrays : 0;
  }

  @Override
  public double nextGrowth(double entries) {
    return maps * ClassicLayout.maxEntries(b(entries));
  }

  /** Entries at which arrays of 2^B buckets grow. */
  double nextGrowth(int b) {
    return maps * ClassicLayout.maxEntries(b);
  }

  @Override
  public double transientBytes(double entries) {
    int b = b(entries);
    return maps * (layout.arrayCharge(b) + layout.arrayCharge(b + 1));
  }
}

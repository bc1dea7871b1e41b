package io.mapleak.forecast;

import io.mapleak.gomap.GoVersion;
import io.mapleak.simulator.MapModel;
import io.mapleak.simulator.Models;
import io.mapleak.simulator.SeededHashes;
import java.util.ArrayList;
import java.util.List;

/**
 * sync.Map since Go 1.24: one entry object for each entry, and nodes of 16 children
 * (internal/sync/hashtriemap.go). How many nodes it has is noted once from the model.
 *
 * @param maps that share the entries evenly
 */
record TrieCurve(double maps) implements CapacityCurve {
  /** Bytes of an entry, as charged. */
  static final long ENTRY = 48;

  /** Bytes of an indirect node, as charged. */
  static final long NODE = 160;

  /** Entries up to which the model is run; a trie of 16 times as many is one level deeper. */
  private static final int LARGEST = 1 << 18;

  private static final int FAN_OUT = 16;

  /** Ratio of the numbers of entries noted. */
  private static final double RATIO = 1.01;

  /** Filled on first use. */
  private static final class Lazily {
    static final double[] NODES = nodes();

    private Lazily() {}
  }

  private static double[] nodes() {
    MapModel map = Models.syncMap(GoVersion.NEWEST, new SeededHashes(1));
    List<Double> seen = new ArrayList<>();
    for (int key = 0; key < LARGEST; key++) {
      map.assign(key);
      while (key + 1 >= Math.pow(RATIO, seen.size())) {
        seen.add((double) (map.gauges().arrayBytes() - ENTRY * map.count()) / NODE);
      }
    }
    return seen.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private double nodes(double entries) {
    double factor = maps;
    double n = Math.max(1, entries / maps);
    while (n > LARGEST) {
      n /= FAN_OUT;
      factor *= FAN_OUT;
    }
    int i = (int) (Math.log(n) / Math.log(RATIO));
    return factor * Lazily.NODES[Math.min(i, Lazily.NODES.length - 1)];
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

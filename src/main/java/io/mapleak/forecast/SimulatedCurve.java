package io.mapleak.forecast;

import io.mapleak.gomap.GoVersion;
import io.mapleak.simulator.MapModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Swiss maps and hash tries: a model is filled once, and what it holds is noted at ever larger
 * numbers of entries. Beyond the end of the run twice the entries take twice the blocks.
 */
final class SimulatedCurve implements CapacityCurve {
  /** Entries up to which the model is run: the shape repeats with each doubling long before. */
  private static final int LARGEST = 1 << 20;

  /** Ratio of the numbers of entries noted. */
  private static final double RATIO = 1.02;

  private final double maps;
  private final double largestEntries;
  private final double[] entries;
  private final List<SortedMap<Long, Long>> blocks;
  private final double[] bytes;
  private final double transientBytes;

  /**
   * Fills a model.
   *
   * @param model empty
   * @param maps that share the entries evenly
   * @param arrays sizes of the blocks that count as arrays
   * @param transientBytes that a growth holds twice
   */
  SimulatedCurve(MapModel model, double maps, List<Long> arrays, double transientBytes) {
    this.maps = maps;
    this.transientBytes = transientBytes;
    List<Double> at = new ArrayList<>();
    List<SortedMap<Long, Long>> seen = new ArrayList<>();
    double next = 1;
    for (int key = 0; key < LARGEST; key++) {
      model.assign(key);
      if (key + 1 >= next) {
        at.add(key + 1.0);
        seen.add(model.heap().blocks());
        next = Math.max(next + 1, next * RATIO);
      }
    }
    entries = at.stream().mapToDouble(Double::doubleValue).toArray();
    blocks = List.copyOf(seen);
    largestEntries = entries[entries.length - 1];
    bytes = new double[entries.length];
    for (int i = 0; i < bytes.length; i++) {
      for (Map.Entry<Long, Long> block : blocks.get(i).entrySet()) {
        bytes[i] += arrays.contains(block.getKey()) ? block.getKey() * block.getValue() : 0;
      }
    }
  }

  /** The note at so many entries of one map, and how often it has to be doubled. */
  private int index(double each) {
    int i = Arrays.binarySearch(entries, each);
    return i >= 0 ? i : Math.max(0, -i - 2);
  }

  private static double doublings(double each, double largest) {
    double factor = 1;
    for (double e = each; e > largest; e /= 2) {
      factor *= 2;
    }
    return factor;
  }

  @Override
  public double arrayBytes(double total) {
    double factor = doublings(total / maps, largestEntries);
    return maps * factor * bytes[index(total / maps / factor)];
  }

  @Override
  public double liveBlocks(double total, long size) {
    double factor = doublings(total / maps, largestEntries);
    long count = blocks.get(index(total / maps / factor)).getOrDefault(size, 0L);
    return maps * factor * count;
  }

  @Override
  public double nextGrowth(double total) {
    return Double.POSITIVE_INFINITY;
  }

  @Override
  public double transientBytes(double total) {
    return transientBytes;
  }

  /** The release of which a model stands for an implementation where none was read. */
  static GoVersion release(GoVersion read, boolean swiss) {
    boolean fits = read.atLeast(GoVersion.FIRST_SWISS) == swiss;
    return fits ? read : swiss ? GoVersion.NEWEST : GoVersion.of(23);
  }
}

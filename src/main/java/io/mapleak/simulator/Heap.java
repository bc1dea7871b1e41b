package io.mapleak.simulator;

import io.mapleak.gomap.GoVersion;
import io.mapleak.gomap.SizeClasses;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The ledger of a map's allocations, in bytes as the allocator charges them: what MemStats counts
 * (TotalAlloc, Mallocs), and what is reachable from the map, as if garbage were collected at once.
 */
public final class Heap {
  /** Size classes are multiples of this. */
  private static final int CLASS_STEP = 8;

  private final boolean headers;
  private final long[] smallBlocks = new long[(int) (SizeClasses.MAX_SMALL / CLASS_STEP) + 1];
  private final TreeMap<Long, Long> largeBlocks = new TreeMap<>();
  private long totalAlloc;
  private long mallocs;
  private long live;
  private long objects;
  private long peak;

  /** An empty ledger with the size rules of a release. */
  public Heap(GoVersion go) {
    headers = go.atLeast(GoVersion.FIRST_MALLOC_HEADER);
  }

  /**
   * What an object is charged.
   *
   * @param bytes asked for; nothing is charged for 0 (runtime: zerobase)
   * @param pointers whether its type holds pointers
   */
  public long charge(long bytes, boolean pointers) {
    return bytes == 0 ? 0 : SizeClasses.charge(bytes, headers && pointers);
  }

  /** Bytes of an object of this size that its owner can use: its charge without malloc header. */
  public long usable(long bytes, boolean pointers) {
    boolean header =
        headers
            && pointers
            && bytes > SizeClasses.MIN_WITH_HEADER
            && bytes <= SizeClasses.MAX_SMALL - SizeClasses.HEADER;
    return charge(bytes, pointers) - (header ? SizeClasses.HEADER : 0);
  }

  /** Allocates an object, which is reachable; tells what it is charged. */
  public long malloc(long bytes, boolean pointers) {
    long charge = charge(bytes, pointers);
    if (charge > 0) {
      totalAlloc += charge;
      mallocs++;
      live += charge;
      objects++;
      count(charge, 1);
      peak = Math.max(peak, live);
    }
    return charge;
  }

  /** Drops the last reference to objects of this charge each. */
  public void drop(long charge, long count) {
    if (charge > 0) {
      live -= charge * count;
      objects -= count;
      count(charge, -count);
    }
  }

  private void count(long charge, long change) {
    if (charge <= SizeClasses.MAX_SMALL) {
      smallBlocks[(int) charge / CLASS_STEP] += change;
    } else {
      largeBlocks.merge(charge, change, (a, b) -> a + b == 0 ? null : a + b);
    }
  }

  /** Objects reachable now by what each is charged, the smallest first. */
  public SortedMap<Long, Long> blocks() {
    TreeMap<Long, Long> blocks = new TreeMap<>(largeBlocks);
    for (int i = 0; i < smallBlocks.length; i++) {
      if (smallBlocks[i] != 0) {
        blocks.put((long) i * CLASS_STEP, smallBlocks[i]);
      }
    }
    return blocks;
  }

  /** Bytes allocated since the beginning (MemStats.TotalAlloc). */
  public long totalAlloc() {
    return totalAlloc;
  }

  /** Objects allocated since the beginning (MemStats.Mallocs). */
  public long mallocs() {
    return mallocs;
  }

  /** Bytes reachable now. */
  public long live() {
    return live;
  }

  /** Objects reachable now. */
  public long objects() {
    return objects;
  }

  /** Most bytes that were ever reachable at once. */
  public long peak() {
    return peak;
  }
}

package io.mapleak.simulator;

import io.mapleak.gomap.GoVersion;
import io.mapleak.gomap.SizeClasses;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The ledger of a map's allocations, in bytes as the allocator charges them: what MemStats counts
 * (TotalAlloc, Mallocs), and what is reachable from the map, as if garbage were collected at once.
 */
public final class Heap {
  /** Size classes are multiples of this. */
  private static final int CLASS_STEP = 8;

  private final boolean headers;

  /** Room for blocks up to 128 bytes at first: there may be very many small maps. */
  private long[] smallBlocks = new long[17];

  private final TreeMap<Long, Long> largeBlocks = new TreeMap<>();
  private long totalAlloc;
  private long mallocs;
  private long live;
  private long objects;
  private long peak;
  private @Nullable Heap whole;

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
    return SizeClasses.usable(bytes, headers && pointers);
  }

  /** Allocates an object, which is reachable; tells what it is charged. */
  public long malloc(long bytes, boolean pointers) {
    long charge = charge(bytes, pointers);
    take(charge);
    return charge;
  }

  /** Allocates an object of this charge, which is reachable. */
  public void take(long charge) {
    if (charge > 0) {
      totalAlloc += charge;
      mallocs++;
      live += charge;
      objects++;
      count(charge, 1);
      peak = Math.max(peak, live);
      if (whole != null) {
        whole.take(charge);
      }
    }
  }

  /** Drops the last reference to objects of this charge each. */
  public void drop(long charge, long count) {
    if (charge > 0) {
      live -= charge * count;
      objects -= count;
      count(charge, -count);
      if (whole != null) {
        whole.drop(charge, count);
      }
    }
  }

  /**
   * Makes this ledger a part of another one of the same release, which counts all its allocations
   * too, those made so far as well.
   */
  public void joinTo(Heap owner) {
    if (whole != null) {
      throw new IllegalStateException("a ledger has one owner");
    }
    whole = owner;
    owner.join(blocks(), totalAlloc, mallocs);
  }

  private void join(SortedMap<Long, Long> blocks, long allocated, long times) {
    totalAlloc += allocated;
    mallocs += times;
    blocks.forEach(
        (charge, count) -> {
          live += charge * count;
          objects += count;
          count(charge, count);
        });
    peak = Math.max(peak, live);
    if (whole != null) {
      whole.join(blocks, allocated, times);
    }
  }

  /** Drops the last reference to all that is reachable. */
  public void dropAll() {
    blocks().forEach(this::drop);
  }

  /** Begins to look for the peak anew, from what is reachable now. */
  public void resetPeak() {
    peak = live;
  }

  private void count(long charge, long change) {
    if (charge <= SizeClasses.MAX_SMALL) {
      int step = (int) charge / CLASS_STEP;
      if (step >= smallBlocks.length) {
        smallBlocks = Arrays.copyOf(smallBlocks, Math.max(step + 1, 2 * smallBlocks.length));
      }
      smallBlocks[step] += change;
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

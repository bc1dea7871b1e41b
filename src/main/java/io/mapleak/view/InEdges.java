package io.mapleak.view;

import io.mapleak.profile.Profile;
import io.mapleak.profile.StackTable;
import java.util.Arrays;
import java.util.BitSet;

/**
 * The calls into those nodes that were ever inlined, after nodes were trimmed: over a trimmed node
 * the edge goes to the next kept caller. An edge is inline when every stack that has it has it
 * inlined first, seen from the root.
 *
 * <p>Other edges are left out, since all a report asks of them is whether they are inline. The
 * table is an open hash of (caller, callee).
 */
final class InEdges {
  private static final int FIRST_CAPACITY = 1 << 8;
  private static final long EMPTY = -1;

  private long[] keys = new long[FIRST_CAPACITY];
  private long[] weights = new long[FIRST_CAPACITY];
  private int[] lastStack = new int[FIRST_CAPACITY];
  private boolean[] called = new boolean[FIRST_CAPACITY]; // at least once not inlined
  private int size;

  private InEdges() {
    Arrays.fill(keys, EMPTY);
  }

  /**
   * Says of each node how it was called.
   *
   * @param kept the nodes that are left; all others are {@link Inlining#NONE}
   * @param cutoff edges of less absolute weight are disregarded
   */
  static Inlining[] inlining(
      Profile profile, FrameNodes frames, StackValues values, BitSet kept, long cutoff) {
    Inlining[] result = new Inlining[frames.size()];
    Arrays.fill(result, Inlining.NONE);
    boolean any = false;
    for (int node = kept.nextSetBit(0); node >= 0 && !any; node = kept.nextSetBit(node + 1)) {
      any = frames.isInlined(node);
    }
    if (any) {
      InEdges edges = new InEdges();
      edges.collect(profile, frames, values, kept);
      edges.summarize(result, cutoff);
    }
    return result;
  }

  private void collect(Profile profile, FrameNodes frames, StackValues values, BitSet kept) {
    boolean[] shown = new boolean[frames.size()];
    for (int node = 0; node < shown.length; node++) {
      shown[node] = kept.get(node);
    }
    boolean[] passes = new boolean[profile.locations().size()];
    for (int location = 0; location < passes.length; location++) {
      for (int frame = frames.start(location); frame < frames.end(location); frame++) {
        passes[location] |= shown[frames.node(frame)];
      }
    }
    StackTable stacks = profile.stacks();
    for (int stack = values.nextLive(0); stack >= 0; stack = values.nextLive(stack + 1)) {
      int caller = -1;
      for (int position = stacks.end(stack) - 1; position >= stacks.start(stack); position--) {
        int location = stacks.locationAt(position);
        if (passes[location]) {
          int outermost = frames.end(location) - 1;
          for (int frame = outermost; frame >= frames.start(location); frame--) {
            int node = frames.node(frame);
            if (shown[node]) {
              if (caller >= 0 && caller != node && frames.isInlined(node)) {
                add(caller, node, stack, values.sum(stack), frame == outermost);
              }
              caller = node;
            }
          }
        }
      }
    }
  }

  private void add(int caller, int callee, int stack, long value, boolean call) {
    int slot = slot((long) caller << Integer.SIZE | callee);
    if (lastStack[slot] != stack + 1) {
      lastStack[slot] = stack + 1;
      weights[slot] += value;
      called[slot] |= call;
    }
  }

  private int slot(long key) {
    int slot = find(keys, key);
    if (keys[slot] == EMPTY) {
      if (size * 2 >= keys.length) {
        grow();
        slot = find(keys, key);
      }
      keys[slot] = key;
      size++;
    }
    return slot;
  }

  private static int find(long[] keys, long key) {
    int mask = keys.length - 1;
    long mixed = key * 0x9E3779B97F4A7C15L;
    int slot = (int) (mixed >>> 32) & mask;
    while (keys[slot] != key && keys[slot] != EMPTY) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    long[] oldWeights = weights;
    int[] oldStacks = lastStack;
    boolean[] oldCalled = called;
    int capacity = oldKeys.length * 2;
    keys = new long[capacity];
    Arrays.fill(keys, EMPTY);
    weights = new long[capacity];
    lastStack = new int[capacity];
    called = new boolean[capacity];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != EMPTY) {
        int slot = find(keys, oldKeys[i]);
        keys[slot] = oldKeys[i];
        weights[slot] = oldWeights[i];
        lastStack[slot] = oldStacks[i];
        called[slot] = oldCalled[i];
      }
    }
  }

  private void summarize(Inlining[] result, long cutoff) {
    boolean[] calledNodes = new boolean[result.length];
    for (int slot = 0; slot < keys.length; slot++) {
      if (keys[slot] != EMPTY && Math.abs(weights[slot]) >= cutoff) {
        int callee = (int) keys[slot];
        if (called[slot]) {
          calledNodes[callee] = true;
        } else {
          result[callee] = Inlining.ALL;
        }
      }
    }
    for (int node = 0; node < result.length; node++) {
      if (calledNodes[node] && result[node] == Inlining.ALL) {
        result[node] = Inlining.SOME;
      }
    }
  }
}

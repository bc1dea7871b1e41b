package io.mapleak.view;

import io.mapleak.profile.Profile;
import io.mapleak.profile.StackTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Finds all calls between the nodes that are kept (internal/graph/graph.go: newGraph): over a node
 * that is not kept, the edge goes on to the next one. A call that recurs in a stack counts once, as
 * it is first seen from the root. The table is an open hash of (caller, callee).
 */
final class EdgeCollector {
  private static final int FIRST_CAPACITY = 1 << 8;
  private static final long EMPTY = -1;
  private static final byte CALLED = 1; // at least once not inlined
  private static final byte RESIDUAL = 2;

  private long[] keys = new long[FIRST_CAPACITY];
  private long[] weights = new long[FIRST_CAPACITY];
  private int[] lastStack = new int[FIRST_CAPACITY];
  private byte[] marks = new byte[FIRST_CAPACITY];
  private int size;

  private EdgeCollector() {
    Arrays.fill(keys, EMPTY);
  }

  static List<Edge> edges(Profile profile, FrameNodes frames, StackValues values, BitSet kept) {
    EdgeCollector collector = new EdgeCollector();
    StackTable stacks = profile.stacks();
    for (int stack = values.nextLive(0); stack >= 0; stack = values.nextLive(stack + 1)) {
      collector.add(stacks, stack, frames, values.sum(stack), kept);
    }
    return collector.edges();
  }

  private void add(StackTable stacks, int stack, FrameNodes frames, long value, BitSet kept) {
    int caller = -1;
    boolean residual = false;
    for (int position = stacks.end(stack) - 1; position >= stacks.start(stack); position--) {
      int location = stacks.locationAt(position);
      int outermost = frames.end(location) - 1;
      for (int frame = outermost; frame >= frames.start(location); frame--) {
        int node = frames.node(frame);
        if (kept.get(node)) {
          if (caller >= 0 && caller != node) {
            int mark = (frame == outermost ? CALLED : 0) | (residual ? RESIDUAL : 0);
            add((long) caller << Integer.SIZE | node, stack, value, (byte) mark);
          }
          caller = node;
          residual = false;
        } else {
          residual = true;
        }
      }
    }
  }

  private void add(long key, int stack, long value, byte mark) {
    int slot = find(keys, key);
    if (keys[slot] == EMPTY) {
      if (size * 2 >= keys.length) {
        grow();
        slot = find(keys, key);
      }
      keys[slot] = key;
      size++;
    }
    if (lastStack[slot] != stack + 1) {
      lastStack[slot] = stack + 1;
      weights[slot] += value;
      marks[slot] |= mark;
    }
  }

  private static int find(long[] keys, long key) {
    int mask = keys.length - 1;
    long mixed = key * 0x9E3779B97F4A7C15L;
    int slot = (int) (mixed >>> Integer.SIZE) & mask;
    while (keys[slot] != key && keys[slot] != EMPTY) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    long[] oldWeights = weights;
    int[] oldStacks = lastStack;
    byte[] oldMarks = marks;
    int capacity = oldKeys.length * 2;
    keys = new long[capacity];
    Arrays.fill(keys, EMPTY);
    weights = new long[capacity];
    lastStack = new int[capacity];
    marks = new byte[capacity];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != EMPTY) {
        int slot = find(keys, oldKeys[i]);
        keys[slot] = oldKeys[i];
        weights[slot] = oldWeights[i];
        lastStack[slot] = oldStacks[i];
        marks[slot] = oldMarks[i];
      }
    }
  }

  private List<Edge> edges() {
    List<Edge> edges = new ArrayList<>(size);
    for (int slot = 0; slot < keys.length; slot++) {
      long key = keys[slot];
      if (key != EMPTY) {
        boolean inline = (marks[slot] & CALLED) == 0;
        boolean residual = (marks[slot] & RESIDUAL) != 0;
        int caller = (int) (key >>> Integer.SIZE);
        edges.add(new Edge(caller, (int) key, weights[slot], inline, residual));
      }
    }
    return edges;
  }
}

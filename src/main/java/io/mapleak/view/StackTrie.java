package io.mapleak.view;

import io.mapleak.profile.Profile;
import io.mapleak.profile.StackTable;
import java.util.Arrays;

/**
 * Stacks merged from the root: an open hash of (caller, frame). A callee comes after its caller.
 * The root is node 0.
 */
final class StackTrie {
  private static final int FIRST_CAPACITY = 1 << 10;
  private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L; // Knuth's multiplicative hash

  private int[] slots = new int[FIRST_CAPACITY * 2]; // node, or 0 for free: nobody calls the root
  private int[] parents = new int[FIRST_CAPACITY];
  private int[] frames = new int[FIRST_CAPACITY];
  private long[] values = new long[FIRST_CAPACITY];
  private int size = 1;
  private boolean negative;

  private StackTrie() {
    parents[0] = -1;
    frames[0] = -1;
  }

  /**
   * Merges all stacks whose value is not 0, in time linear to their frames.
   *
   * @param dropNegative whether stacks of less than 0 are left out
   */
  static StackTrie of(Profile profile, FrameNodes nodes, StackValues values, boolean dropNegative) {
    StackTrie trie = new StackTrie();
    for (int stack = values.nextLive(0); stack >= 0; stack = values.nextLive(stack + 1)) {
      long value = values.sum(stack);
      trie.negative |= value < 0;
      if (value > 0 || (value < 0 && !dropNegative)) {
        trie.add(profile.stacks(), stack, nodes, value);
      }
    }
    return trie;
  }

  /** Number of nodes. */
  int size() {
    return size;
  }

  /** The caller of a node; -1 of the root. */
  int parent(int node) {
    return parents[node];
  }

  /** Index in {@link FrameNodes} of what a node stands for; -1 of the root. */
  int frame(int node) {
    return frames[node];
  }

  /** Sum of the stacks that end at a node. */
  long value(int node) {
    return values[node];
  }

  /** Whether a stack had less than 0. */
  boolean hasNegative() {
    return negative;
  }

  private void add(StackTable stacks, int stack, FrameNodes nodes, long value) {
    int node = 0;
    for (int position = stacks.end(stack) - 1; position >= stacks.start(stack); position--) {
      int location = stacks.locationAt(position);
      for (int frame = nodes.end(location) - 1; frame >= nodes.start(location); frame--) {
        node = callee(node, nodes.node(frame));
      }
    }
    values[node] += value;
  }

  private int callee(int parent, int frame) {
    int slot = slot(parent, frame);
    if (slots[slot] != 0) {
      return slots[slot];
    }
    int node = size++;
    if (node == parents.length) {
      parents = Arrays.copyOf(parents, size * 2);
      frames = Arrays.copyOf(frames, size * 2);
      values = Arrays.copyOf(values, size * 2);
    }
    parents[node] = parent;
    frames[node] = frame;
    slots[slot] = node;
    if (size * 2 > slots.length) {
      grow();
    }
    return node;
  }

  /** Where a node stands, or the free slot where it belongs. */
  private int slot(int parent, int frame) {
    int mask = slots.length - 1;
    long key = (long) parent << Integer.SIZE | frame;
    int slot = (int) ((key * GOLDEN_RATIO) >>> Integer.SIZE) & mask;
    while (slots[slot] != 0 && (parents[slots[slot]] != parent || frames[slots[slot]] != frame)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    slots = new int[slots.length * 2];
    for (int node = 1; node < size; node++) {
      slots[slot(parents[node], frames[node])] = node;
    }
  }
}

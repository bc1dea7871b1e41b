package io.mapleak.view;

import io.mapleak.profile.Utf8Order;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Sums a trie of stacks up, and puts its nodes in the order of a {@link CallTree}. */
final class CallTreeBuilder {
  private final StackTrie trie;
  private final String[] names; // by frame
  private final long[] values;
  private final long[] weights;

  /** Takes a trie and the names of its frames. */
  CallTreeBuilder(StackTrie trie, FrameNodes nodes) {
    this.trie = trie;
    this.names = new String[nodes.size()];
    for (int frame = 0; frame < names.length; frame++) {
      names[frame] = nodes.key(frame).printableName();
    }
    this.values = new long[trie.size()];
    this.weights = new long[trie.size()];
    for (int node = trie.size() - 1; node >= 0; node--) { // callees before their caller
      values[node] += trie.value(node);
      weights[node] = sum(weights[node], absolute(trie.value(node)));
      if (node > 0) {
        int parent = trie.parent(node);
        values[parent] += values[node];
        weights[parent] = sum(weights[parent], weights[node]);
      }
    }
  }

  private static long absolute(long value) {
    return value == Long.MIN_VALUE ? Long.MAX_VALUE : Math.abs(value);
  }

  /** A sum of weights; a hostile profile may have more than fits. */
  private static long sum(long left, long right) {
    return left > Long.MAX_VALUE - right ? Long.MAX_VALUE : left + right;
  }

  /**
   * The tree.
   *
   * @param root name of the node above all stacks
   */
  CallTree tree(String root, boolean signed) {
    int size = trie.size();
    int[] starts = new int[size + 1]; // of each node's run of callees
    int[] callees = callees(starts);
    CallTree.Columns columns = new CallTree.Columns(size);
    int[] places = new int[size]; // in the tree, by node of the trie
    int[] waiting = new int[size];
    int last = 0;
    for (int place = 0; place < size; place++) {
      int node = waiting[last--];
      places[node] = place;
      int parent = node == 0 ? -1 : places[trie.parent(node)];
      columns.names[place] = node == 0 ? root : names[trie.frame(node)];
      columns.parents[place] = parent;
      columns.depths[place] = parent < 0 ? 0 : columns.depths[parent] + 1;
      columns.values[place] = values[node];
      columns.weights[place] = weights[node];
      for (int i = starts[node + 1] - 1; i >= starts[node]; i--) {
        waiting[++last] = callees[i];
      }
    }
    return new CallTree(columns, signed);
  }

  /** The callees of all nodes, those of one caller side by side: the heaviest first. */
  private int[] callees(int[] starts) {
    int size = trie.size();
    for (int node = 1; node < size; node++) {
      starts[trie.parent(node) + 1]++;
    }
    for (int node = 0; node < size; node++) {
      starts[node + 1] += starts[node];
    }
    int[] next = Arrays.copyOf(starts, size);
    int[] callees = new int[size - 1];
    for (int node = 1; node < size; node++) {
      callees[next[trie.parent(node)]++] = node;
    }
    for (int node = 0; node < size; node++) {
      if (starts[node + 1] - starts[node] > 1) {
        sort(callees, starts[node], starts[node + 1]);
      }
    }
    return callees;
  }

  private void sort(int[] callees, int from, int to) {
    int[] sorted =
        IntStream.range(from, to)
            .mapToObj(i -> callees[i])
            .sorted(
                Comparator.comparingLong((Integer node) -> -weights[node])
                    .thenComparing(node -> names[trie.frame(node)], Utf8Order::compare))
            .mapToInt(Integer::intValue)
            .toArray();
    System.arraycopy(sorted, 0, callees, from, sorted.length);
  }
}

package io.mapleak.view;

import io.mapleak.profile.Profile;

/**
 * The stacks of a profile merged from the root: each node is a path of calls. Nodes are in
 * preorder, the heaviest callee first, so that all below a node is the run from it to its end.
 * Immutable.
 *
 * <p>A node has two measures. Its value is what its stacks sum up to, which in a difference may be
 * negative or cancel out. Its weight is the sum of what each stack changed by, whatever the sign: a
 * node weighs at least what its callees do, so it can be drawn above them. Without negative values
 * both are the same.
 */
public final class CallTree {
  /** The node above all stacks. */
  public static final int ROOT = 0;

  private final Columns columns;
  private final int[] ends;
  private final boolean signed;

  /** The measures of all nodes; nobody changes them once they are a tree's. */
  static final class Columns {
    final String[] names;
    final int[] parents;
    final int[] depths;
    final long[] values;
    final long[] weights;

    Columns(int size) {
      names = new String[size];
      parents = new int[size];
      depths = new int[size];
      values = new long[size];
      weights = new long[size];
    }
  }

  /** Takes nodes in preorder. */
  CallTree(Columns columns, boolean signed) {
    this.columns = columns;
    this.signed = signed;
    this.ends = new int[columns.names.length];
    for (int node = ends.length - 1; node >= 0; node--) {
      ends[node] = Math.max(ends[node], node + 1);
      if (node > ROOT) {
        int parent = columns.parents[node];
        ends[parent] = Math.max(ends[parent], ends[node]);
      }
    }
  }

  /** The calls that a selection's stacks make, frames taken together as a report's rows are. */
  static CallTree of(Selection selection, ReportOptions options) {
    Profile profile = WithoutInlines.of(selection.profile(), options);
    FrameNodes nodes = FrameNodes.of(profile, options, false);
    StackValues values = StackValues.of(profile, selection.type());
    StackTrie trie = StackTrie.of(profile, nodes, values, options.dropNegative());
    boolean signed = selection.isDifference() || trie.hasNegative();
    return new CallTreeBuilder(trie, nodes).tree(selection.valueType().type(), signed);
  }

  /** Number of nodes, the root among them. */
  public int size() {
    return ends.length;
  }

  /** What a node stands for: function, line or file, as the report's granularity has it. */
  public String name(int node) {
    return columns.names[node];
  }

  /** The caller; -1 of the root. */
  public int parent(int node) {
    return columns.parents[node];
  }

  /** The node after the last one below a node. */
  public int end(int node) {
    return ends[node];
  }

  /** Whether a node is another or one of those below it. */
  public boolean isWithin(int node, int other) {
    return node >= other && node < ends[other];
  }

  /** Number of callers; 0 of the root. */
  public int depth(int node) {
    return columns.depths[node];
  }

  /** Sum of the stacks that pass, in the unit of the sample type. */
  public long value(int node) {
    return columns.values[node];
  }

  /** Sum of the same stacks' absolute values; never less than that of all callees together. */
  public long weight(int node) {
    return columns.weights[node];
  }

  /** Whether this is a difference, in which values may be negative. */
  public boolean isSigned() {
    return signed;
  }
}

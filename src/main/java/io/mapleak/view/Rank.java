package io.mapleak.view;

import io.mapleak.profile.Utf8Order;
import java.util.Comparator;

/**
 * A node with all that its place in a report depends on (internal/graph/graph.go: Sort).
 *
 * @param node index of the node
 * @param key what it stands for
 * @param name its printable name
 * @param flat what it allocated itself
 * @param cum what it and all it called allocated
 */
record Rank(int node, NodeKey key, String name, long flat, long cum) {
  static final Comparator<Rank> BY_FLAT =
      (l, r) -> {
        int flat = Long.compare(Math.abs(r.flat), Math.abs(l.flat));
        int name = flat != 0 ? flat : l.compareName(r);
        int cum = name != 0 ? name : Long.compare(Math.abs(r.cum), Math.abs(l.cum));
        return cum != 0 ? cum : l.compareKey(r);
      };

  static final Comparator<Rank> BY_CUM =
      (l, r) -> {
        int cum = Long.compare(Math.abs(r.cum), Math.abs(l.cum));
        return cum != 0 ? cum : l.compareNameAndFlat(r);
      };

  /** The order of nodes whose scores are equal. */
  int compareNameAndFlat(Rank other) {
    int name = compareName(other);
    int flat = name != 0 ? name : Long.compare(Math.abs(other.flat), Math.abs(flat()));
    return flat != 0 ? flat : compareKey(other);
  }

  private int compareName(Rank other) {
    long left = key.address();
    long right = other.key.address();
    if (left != 0 && right != 0 && left != right) {
      return Long.compareUnsigned(left, right);
    }
    return Utf8Order.compare(name, other.name);
  }

  private int compareKey(Rank other) {
    return Utf8Order.compare(key.goText(), other.key.goText());
  }
}

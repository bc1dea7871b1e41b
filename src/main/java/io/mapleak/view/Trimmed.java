package io.mapleak.view;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The nodes that a report shows, in its order (internal/report/report.go: newTrimmedGraph). */
final class Trimmed {
  private final List<Rank> shown;
  private final BitSet kept;
  private final int dropped;
  private final int candidates;
  private final long nodeCutoff;
  private final long edgeCutoff;

  private Trimmed(
      List<Rank> shown,
      BitSet kept,
      int dropped,
      int candidates,
      long nodeCutoff,
      long edgeCutoff) {
    this.shown = List.copyOf(shown);
    this.kept = kept;
    this.dropped = dropped;
    this.candidates = candidates;
    this.nodeCutoff = nodeCutoff;
    this.edgeCutoff = edgeCutoff;
  }

  /** The nodes that are big enough, the first of them up to the limit. */
  static Trimmed of(FrameNodes frames, NodeWeights weights, ReportOptions options) {
    Trimmed big = big(frames, weights, options);
    List<Rank> ranked = new ArrayList<>(big.shown);
    ranked.sort(options.byCum() ? Rank.BY_CUM : Rank.BY_FLAT);
    return big.ordered(ranked).first(options.nodeCount());
  }

  /** The nodes that are big enough, in no order. */
  static Trimmed big(FrameNodes frames, NodeWeights weights, ReportOptions options) {
    List<Rank> nodes = new ArrayList<>();
    long flatTotal = 0;
    for (int node = 0; node < frames.size(); node++) {
      long flat = weights.flat(node);
      long cum = weights.cum(node);
      boolean negative = flat < 0 || (flat == 0 && cum < 0);
      if ((flat != 0 || cum != 0) && !(negative && options.dropNegative())) {
        NodeKey key = frames.key(node);
        nodes.add(new Rank(node, key, key.printableName(), flat, cum));
        flatTotal += flat;
      }
    }
    long cutoff = Math.abs(GoLong.cut(flatTotal * options.nodeFraction()));
    long edgeCutoff = Math.abs(GoLong.cut(flatTotal * options.edgeFraction()));
    int all = nodes.size();
    nodes.removeIf(node -> Math.abs(node.cum()) < cutoff);
    int dropped = all - nodes.size();
    // nodes that cancel to 0 or that are negative are not shown, but cut no edge by themselves
    BitSet kept = dropped > 0 ? bits(nodes) : everything(frames);
    return new Trimmed(nodes, kept, dropped, nodes.size(), cutoff, edgeCutoff);
  }

  /** The same nodes in an order. */
  Trimmed ordered(List<Rank> order) {
    return new Trimmed(order, kept, dropped, candidates, nodeCutoff, edgeCutoff);
  }

  /** The first nodes; all when {@code count} is 0 or less, or at least their number. */
  Trimmed first(int count) {
    if (count <= 0 || count >= shown.size()) {
      return this;
    }
    List<Rank> first = shown.subList(0, count);
    return new Trimmed(first, bits(first), dropped, candidates, nodeCutoff, edgeCutoff);
  }

  private static BitSet bits(List<Rank> nodes) {
    BitSet bits = new BitSet();
    nodes.forEach(node -> bits.set(node.node()));
    return bits;
  }

  private static BitSet everything(FrameNodes frames) {
    BitSet bits = new BitSet(frames.size());
    bits.set(0, frames.size());
    return bits;
  }

  /** The nodes shown, in order. */
  List<Rank> shown() {
    return shown;
  }

  /** The nodes over which no edge goes. */
  BitSet kept() {
    return kept;
  }

  /** Number of nodes whose cum is too small. */
  int dropped() {
    return dropped;
  }

  /** Number of nodes before the limit on it. */
  int candidates() {
    return candidates;
  }

  /** Nodes and tags of less are dropped. */
  long nodeCutoff() {
    return nodeCutoff;
  }

  /** Edges of less are dropped. */
  long edgeCutoff() {
    return edgeCutoff;
  }
}

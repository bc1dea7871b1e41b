package io.mapleak.view;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/** The nodes that a report shows, in its order (internal/report/report.go: newTrimmedGraph). */
final class Trimmed {
  /** A node with all that its place in the order depends on. */
  private record Ranked(int node, long address, String name, long flat, long cum) {}

  private static final Comparator<Ranked> BY_FLAT =
      (l, r) -> {
        int flat = Long.compare(Math.abs(r.flat), Math.abs(l.flat));
        int name = flat != 0 ? flat : byName(l, r);
        return name != 0 ? name : Long.compare(Math.abs(r.cum), Math.abs(l.cum));
      };

  private static final Comparator<Ranked> BY_CUM =
      (l, r) -> {
        int cum = Long.compare(Math.abs(r.cum), Math.abs(l.cum));
        int name = cum != 0 ? cum : byName(l, r);
        return name != 0 ? name : Long.compare(Math.abs(r.flat), Math.abs(l.flat));
      };

  private final List<Ranked> shown;
  private final BitSet kept;
  private final int dropped;
  private final int candidates;
  private final long edgeCutoff;

  private Trimmed(List<Ranked> shown, BitSet kept, int dropped, int candidates, long edgeCutoff) {
    this.shown = shown;
    this.kept = kept;
    this.dropped = dropped;
    this.candidates = candidates;
    this.edgeCutoff = edgeCutoff;
  }

  static Trimmed of(FrameNodes frames, NodeWeights weights, TopOptions options) {
    long flatTotal = 0;
    for (int node = 0; node < frames.size(); node++) {
      flatTotal += weights.flat(node);
    }
    long cutoff = Math.abs((long) (flatTotal * options.nodeFraction()));
    List<Ranked> ranked = new ArrayList<>();
    int dropped = 0;
    for (int node = 0; node < frames.size(); node++) {
      long flat = weights.flat(node);
      long cum = weights.cum(node);
      if (flat != 0 || cum != 0) {
        if (Math.abs(cum) < cutoff) {
          dropped++;
        } else {
          NodeKey key = frames.key(node);
          ranked.add(new Ranked(node, key.address(), key.printableName(), flat, cum));
        }
      }
    }
    ranked.sort(options.byCum() ? BY_CUM : BY_FLAT);
    int candidates = ranked.size();
    boolean limited = options.nodeCount() > 0 && options.nodeCount() < candidates;
    List<Ranked> shown = limited ? ranked.subList(0, options.nodeCount()) : ranked;
    BitSet kept = new BitSet(frames.size());
    if (dropped > 0 || limited) {
      shown.forEach(row -> kept.set(row.node));
    } else {
      kept.set(0, frames.size()); // nodes whose values cancel to 0 are not shown, but cut no edge
    }
    long edgeCutoff = Math.abs((long) (flatTotal * options.edgeFraction()));
    return new Trimmed(shown, kept, dropped, candidates, edgeCutoff);
  }

  private static int byName(Ranked left, Ranked right) {
    if (left.address != 0 && right.address != 0 && left.address != right.address) {
      return Long.compareUnsigned(left.address, right.address);
    }
    return Utf8Order.compare(left.name, right.name);
  }

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

  long edgeCutoff() {
    return edgeCutoff;
  }

  /** The nodes shown as rows. */
  List<TopTable.Row> rows(Inlining[] inlining) {
    List<TopTable.Row> rows = new ArrayList<>(shown.size());
    for (Ranked row : shown) {
      rows.add(new TopTable.Row(row.name, inlining[row.node], row.flat, row.cum));
    }
    return rows;
  }
}

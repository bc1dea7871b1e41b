package io.mapleak.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The order of nodes in a drawing (internal/graph/graph.go: entropyScore): nodes come first that
 * are big, and whose calls divide up in many ways.
 */
final class Entropy {
  private static final double LN2 = 0.6931471805599453;

  private Entropy() {}

  /** The nodes in this order. */
  static List<Rank> sorted(List<Rank> nodes, CallGraph calls) {
    Map<Integer, Long> scores = new HashMap<>();
    for (Rank node : nodes) {
      scores.put(node.node(), Math.abs(score(node, calls)));
    }
    List<Rank> sorted = new ArrayList<>(nodes);
    Comparator<Rank> byScore =
        Comparator.comparing(
            node -> scores.getOrDefault(node.node(), 0L), Comparator.reverseOrder());
    sorted.sort(byScore.thenComparing(Rank::compareNameAndFlat));
    return sorted;
  }

  private static long score(Rank node, CallGraph calls) {
    List<Edge> in = calls.in(node.node());
    List<Edge> out = calls.out(node.node());
    double score = in.isEmpty() ? 1 : score(in, 0);
    score += out.isEmpty() ? 1 : score(out, node.flat());
    return GoLong.cut(score * node.cum()) + node.flat();
  }

  private static double score(List<Edge> edges, long self) {
    long total = self;
    for (Edge edge : edges) {
      total += Math.max(0, edge.weight());
    }
    double score = 0;
    if (total != 0) {
      for (Edge edge : edges) {
        score += term((double) Math.abs(edge.weight()) / total);
      }
      score += self > 0 ? term((double) self / total) : 0;
    }
    return score;
  }

  /** No number for 0, as in pprof, whose sum is then the least number of all. */
  private static double term(double part) {
    return -part * log2(part);
  }

  /** Go's math.Log2, which is exact for powers of two. */
  private static double log2(double value) {
    if (value == 0) {
      return Double.NEGATIVE_INFINITY;
    }
    int exponent = Math.getExponent(value) + 1;
    double fraction = value / Math.scalb(1.0, exponent);
    return fraction == 0.5 ? exponent - 1 : StrictMath.log(fraction) * (1 / LN2) + exponent;
  }
}

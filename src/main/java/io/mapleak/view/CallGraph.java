package io.mapleak.view;

import io.mapleak.profile.Utf8Order;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/** Calls by the nodes at their ends, biggest first. Not for use by many threads. */
final class CallGraph {
  private final FrameNodes frames;
  private final List<List<Edge>> in = new ArrayList<>();
  private final List<List<Edge>> out = new ArrayList<>();
  private final String[] names;
  private final Comparator<Edge> order;

  CallGraph(FrameNodes frames, List<Edge> edges) {
    this.frames = frames;
    this.names = new String[frames.size()];
    this.order =
        Comparator.comparingLong((Edge edge) -> -Math.abs(edge.weight()))
            .thenComparing(edge -> name(edge.caller()), Utf8Order::compare)
            .thenComparing(edge -> name(edge.callee()), Utf8Order::compare);
    for (int node = 0; node < frames.size(); node++) {
      in.add(List.of());
      out.add(List.of());
    }
    for (Edge edge : edges) {
      add(in, edge.callee(), edge);
      add(out, edge.caller(), edge);
    }
    in.forEach(this::sort);
    out.forEach(this::sort);
  }

  private static void add(List<List<Edge>> lists, int node, Edge edge) {
    if (lists.get(node).isEmpty()) {
      lists.set(node, new ArrayList<>(2));
    }
    lists.get(node).add(edge);
  }

  private void sort(List<Edge> edges) {
    if (edges.size() > 1) {
      edges.sort(order);
    }
  }

  /** Printable name of a node. */
  String name(int node) {
    if (names[node] == null) {
      names[node] = frames.key(node).printableName();
    }
    return names[node];
  }

  NodeKey key(int node) {
    return frames.key(node);
  }

  /** Calls of a node. */
  List<Edge> in(int node) {
    return in.get(node);
  }

  /** Calls that a node makes. */
  List<Edge> out(int node) {
    return out.get(node);
  }

  /** Calls that the nodes make. */
  List<Edge> outOf(List<Rank> nodes) {
    List<Edge> edges = new ArrayList<>();
    nodes.forEach(node -> edges.addAll(out(node.node())));
    edges.sort(order);
    return edges;
  }

  /** Drops calls of less than the cutoff, if it is a node's that is shown; their number. */
  int trim(List<Rank> shown, long cutoff) {
    int dropped = 0;
    for (Rank node : shown) {
      for (Edge edge : List.copyOf(in(node.node()))) {
        if (Math.abs(edge.weight()) < cutoff) {
          remove(edge);
          dropped++;
        }
      }
    }
    return dropped;
  }

  /**
   * Drops residual calls whose ends are joined otherwise too: less for the eye, and no node comes
   * apart. No edge is dropped that weighs more than one that isn't residual.
   */
  void removeRedundant(List<Rank> shown) {
    for (int i = shown.size() - 1; i >= 0; i--) {
      List<Edge> calls = List.copyOf(in(shown.get(i).node()));
      for (int j = calls.size() - 1; j >= 0 && calls.get(j).residual(); j--) {
        if (isRedundant(calls.get(j))) {
          remove(calls.get(j));
        }
      }
    }
  }

  private boolean isRedundant(Edge edge) {
    BitSet seen = new BitSet();
    seen.set(edge.callee());
    List<Integer> queue = new ArrayList<>(List.of(edge.callee()));
    for (int i = 0; i < queue.size(); i++) {
      for (Edge call : in(queue.get(i))) {
        if (!call.equals(edge) && !seen.get(call.caller())) {
          if (call.caller() == edge.caller()) {
            return true;
          }
          seen.set(call.caller());
          queue.add(call.caller());
        }
      }
    }
    return false;
  }

  private void remove(Edge edge) {
    in(edge.callee()).remove(edge);
    out(edge.caller()).remove(edge);
  }
}

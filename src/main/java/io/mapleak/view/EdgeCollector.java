package io.mapleak.view;

import io.mapleak.profile.Profile;
import io.mapleak.profile.StackTable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Finds all calls between the nodes that are kept (internal/graph/graph.go: newGraph): over a node
 * that is not kept, the edge goes on to the next one. Stacks are walked from the root.
 */
final class EdgeCollector {
  private static final byte CALLED = 1; // at least once not inlined
  private static final byte RESIDUAL = 2;

  private final CallTable calls = new CallTable();

  private EdgeCollector() {}

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
            calls.add(caller, node, stack, value, (byte) mark);
          }
          caller = node;
          residual = false;
        } else {
          residual = true;
        }
      }
    }
  }

  private List<Edge> edges() {
    List<Edge> edges = new ArrayList<>(calls.size());
    calls.forEach(
        (caller, callee, weight, marks) -> {
          boolean inline = (marks & CALLED) == 0;
          boolean residual = (marks & RESIDUAL) != 0;
          edges.add(new Edge(caller, callee, weight, inline, residual));
        });
    return edges;
  }
}

package io.mapleak.view;

import io.mapleak.profile.Profile;
import io.mapleak.profile.StackTable;
import java.util.Arrays;
import java.util.BitSet;

/**
 * The calls into those nodes that were ever inlined, after nodes were trimmed: over a trimmed node
 * the edge goes to the next kept caller. An edge is inline when every stack that has it has it
 * inlined first, seen from the root.
 *
 * <p>Other edges are left out, since all a report asks of them is whether they are inline.
 */
final class InEdges {
  private static final byte INLINED = 0;
  private static final byte CALLED = 1; // at least once not inlined

  private final CallTable calls = new CallTable();

  private InEdges() {}

  /**
   * Says of each node how it was called.
   *
   * @param kept the nodes that are left; all others are {@link Inlining#NONE}
   * @param cutoff edges of less absolute weight are disregarded
   */
  static Inlining[] inlining(
      Profile profile, FrameNodes frames, StackValues values, BitSet kept, long cutoff) {
    Inlining[] result = new Inlining[frames.size()];
    Arrays.fill(result, Inlining.NONE);
    boolean any = false;
    for (int node = kept.nextSetBit(0); node >= 0 && !any; node = kept.nextSetBit(node + 1)) {
      any = frames.isInlined(node);
    }
    if (any) {
      InEdges edges = new InEdges();
      edges.collect(profile, frames, values, kept);
      edges.summarize(result, cutoff);
    }
    return result;
  }

  private void collect(Profile profile, FrameNodes frames, StackValues values, BitSet kept) {
    boolean[] shown = new boolean[frames.size()];
    for (int node = 0; node < shown.length; node++) {
      shown[node] = kept.get(node);
    }
    boolean[] passes = new boolean[profile.locations().size()];
    for (int location = 0; location < passes.length; location++) {
      for (int frame = frames.start(location); frame < frames.end(location); frame++) {
        passes[location] |= shown[frames.node(frame)];
      }
    }
    StackTable stacks = profile.stacks();
    for (int stack = values.nextLive(0); stack >= 0; stack = values.nextLive(stack + 1)) {
      int caller = -1;
      for (int position = stacks.end(stack) - 1; position >= stacks.start(stack); position--) {
        int location = stacks.locationAt(position);
        if (passes[location]) {
          int outermost = frames.end(location) - 1;
          for (int frame = outermost; frame >= frames.start(location); frame--) {
            int node = frames.node(frame);
            if (shown[node]) {
              if (caller >= 0 && caller != node && frames.isInlined(node)) {
                byte mark = frame == outermost ? CALLED : INLINED;
                calls.add(caller, node, stack, values.sum(stack), mark);
              }
              caller = node;
            }
          }
        }
      }
    }
  }

  private void summarize(Inlining[] result, long cutoff) {
    boolean[] calledNodes = new boolean[result.length];
    calls.forEach(
        (caller, callee, weight, marks) -> {
          if (Math.abs(weight) >= cutoff) {
            if (marks == CALLED) {
              calledNodes[callee] = true;
            } else {
              result[callee] = Inlining.ALL;
            }
          }
        });
    for (int node = 0; node < result.length; node++) {
      if (calledNodes[node] && result[node] == Inlining.ALL) {
        result[node] = Inlining.SOME;
      }
    }
  }
}

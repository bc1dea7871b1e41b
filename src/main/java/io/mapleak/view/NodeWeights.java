package io.mapleak.view;

import io.mapleak.profile.Profile;
import io.mapleak.profile.StackTable;

/**
 * The flat and cum value of every node: what its own frames allocated, and what they and all they
 * called did. A node that recurs in a stack counts once.
 */
final class NodeWeights {
  private final long[] flat;
  private final long[] cum;

  private NodeWeights(long[] flat, long[] cum) {
    this.flat = flat;
    this.cum = cum;
  }

  static NodeWeights of(Profile profile, FrameNodes frames, StackValues values) {
    StackTable stacks = profile.stacks();
    long[] flat = new long[frames.size()];
    long[] cum = new long[frames.size()];
    int[] lastStack = new int[frames.size()]; // plus 1, so that 0 is none
    int[] locations = {};
    for (int stack = values.nextLive(0); stack >= 0; stack = values.nextLive(stack + 1)) {
      long value = values.sum(stack);
      locations = stacks.copy(stack, locations);
      int depth = stacks.depth(stack);
      if (depth > 0) {
        flat[frames.node(frames.start(locations[0]))] += value;
      }
      for (int i = 0; i < depth; i++) {
        int location = locations[i];
        int only = frames.only(location);
        if (only >= 0) {
          if (lastStack[only] != stack + 1) {
            lastStack[only] = stack + 1;
            cum[only] += value;
          }
        } else {
          for (int frame = frames.start(location); frame < frames.end(location); frame++) {
            int node = frames.node(frame);
            if (lastStack[node] != stack + 1) {
              lastStack[node] = stack + 1;
              cum[node] += value;
            }
          }
        }
      }
    }
    return new NodeWeights(flat, cum);
  }

  long flat(int node) {
    return flat[node];
  }

  long cum(int node) {
    return cum[node];
  }
}

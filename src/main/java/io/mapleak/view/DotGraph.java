package io.mapleak.view;

import io.mapleak.profile.Profile;
import java.util.BitSet;
import java.util.List;

/**
 * What a drawing shows of a graph (internal/report/report.go: newTrimmedGraph for DOT).
 *
 * @param trimmed the nodes
 * @param calls the calls that are big enough and not redundant
 * @param tags what labels say of the nodes
 * @param droppedEdges number of calls that are too small, as the legend tells it
 */
record DotGraph(Trimmed trimmed, CallGraph calls, NodeTags tags, int droppedEdges) {
  /** Most boxes for the labels of a node; they count as nodes. */
  static final int MOST_TAGS = 4;

  static DotGraph of(Selection selection, ReportOptions options) {
    Profile profile = WithoutInlines.of(selection.profile(), options);
    FrameNodes frames = FrameNodes.of(profile, options, false);
    StackValues values = StackValues.of(profile, selection.type());
    Trimmed trimmed = Trimmed.big(frames, NodeWeights.of(profile, frames, values), options);
    CallGraph calls = calls(profile, frames, values, trimmed);
    trimmed = trimmed.ordered(Entropy.sorted(trimmed.shown(), calls));
    int limit = options.nodeCount();
    BitSet tagged = new BitSet();
    trimmed.first(limit).shown().forEach(node -> tagged.set(node.node()));
    NodeTags tags =
        NodeTags.of(selection, profile, frames, tagged, options.unit(), trimmed.nodeCutoff());
    int most = most(trimmed.shown(), tags, limit);
    boolean limited = most > 0 && most < trimmed.shown().size();
    if (limited) {
      trimmed = trimmed.first(most);
      calls = calls(profile, frames, values, trimmed);
      trimmed = trimmed.ordered(Entropy.sorted(trimmed.shown(), calls));
    }
    int dropped = calls.trim(trimmed.shown(), trimmed.edgeCutoff());
    calls.removeRedundant(trimmed.shown());
    // where a limit cuts no node, pprof drops the calls before it counts them
    return new DotGraph(trimmed, calls, tags, limited || limit <= 0 ? dropped : 0);
  }

  private static CallGraph calls(
      Profile profile, FrameNodes frames, StackValues values, Trimmed trimmed) {
    return new CallGraph(frames, EdgeCollector.edges(profile, frames, values, trimmed.kept()));
  }

  /** The number of nodes that fill a drawing, together with the boxes of their labels. */
  private static int most(List<Rank> nodes, NodeTags tags, int limit) {
    long count = 0;
    for (int i = 0; i < Math.min(limit, nodes.size()); i++) {
      count += 1 + Math.min(MOST_TAGS, tags.count(nodes.get(i).node()));
      if (count >= limit) {
        return i + 1;
      }
    }
    return limit;
  }
}

package io.mapleak.view;

import io.mapleak.profile.Profile;

/**
 * The nodes that a report shows and the calls between them.
 *
 * @param trimmed the nodes
 * @param calls the calls that are big enough
 */
record Graph(Trimmed trimmed, CallGraph calls) {
  /**
   * Computes it, in time linear to the frames of all stacks.
   *
   * @param apart whether functions of different binaries, or of different first lines, are apart
   */
  static Graph of(Selection selection, ReportOptions options, boolean apart) {
    Profile profile = WithoutInlines.of(selection.profile(), options);
    FrameNodes frames = FrameNodes.of(profile, options, apart);
    StackValues values = StackValues.of(profile, selection.type());
    Trimmed trimmed = Trimmed.of(frames, NodeWeights.of(profile, frames, values), options);
    CallGraph calls =
        new CallGraph(frames, EdgeCollector.edges(profile, frames, values, trimmed.kept()));
    calls.trim(trimmed.shown(), trimmed.edgeCutoff());
    return new Graph(trimmed, calls);
  }
}

package io.mapleak.command;

import io.mapleak.view.FlameGraph;
import java.util.List;
import java.util.function.IntFunction;

/** Shows flame graphs that a user walks by keys. */
@FunctionalInterface
public interface FlameViewer {
  /** There is no terminal. */
  FlameViewer NONE = graphs -> false;

  /**
   * The graphs of one selection.
   *
   * @param sampleTypes names of the sample types
   * @param first index of the type that is shown first
   * @param graph computes the graph of a type
   */
  record Graphs(List<String> sampleTypes, int first, IntFunction<FlameGraph> graph) {
    public Graphs {
      sampleTypes = List.copyOf(sampleTypes);
    }
  }

  /** Shows them until the user leaves; false where that can't be done. */
  boolean show(Graphs graphs);
}

package io.mapleak.view;

import io.mapleak.profile.FunctionTable;
import io.mapleak.profile.LocationTable;
import io.mapleak.profile.Profile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The nodes of a report, and for each location the nodes of its frames: one for each line,
 * innermost first, and one for a location without lines. Immutable after build.
 */
final class FrameNodes {
  private final List<NodeKey> keys;
  private final int[] starts;
  private final int[] nodes;
  private final int[] only;
  private final boolean[] inlined;

  private FrameNodes(List<NodeKey> keys, int[] starts, int[] nodes, int[] only, boolean[] inlined) {
    this.keys = keys;
    this.starts = starts;
    this.nodes = nodes;
    this.only = only;
    this.inlined = inlined;
  }

  /**
   * Finds the nodes of all frames.
   *
   * @param apart whether functions of different binaries, or of different first lines, are apart
   */
  static FrameNodes of(Profile profile, ReportOptions options, boolean apart) {
    return new Builder(profile, options, apart).build();
  }

  /** Number of nodes. */
  int size() {
    return keys.size();
  }

  NodeKey key(int node) {
    return keys.get(node);
  }

  /** The node of a location of one frame, -1 of one of several; most locations have one. */
  int only(int location) {
    return only[location];
  }

  /** Index of a location's innermost frame. */
  int start(int location) {
    return starts[location];
  }

  /** Index after a location's outermost frame. */
  int end(int location) {
    return starts[location + 1];
  }

  /** Node of a frame. */
  int node(int frame) {
    return nodes[frame];
  }

  /** Whether a call of the node was ever inlined: only then can an edge to it be inline. */
  boolean isInlined(int node) {
    return inlined[node];
  }

  private static final class Builder {
    private final LocationTable locations;
    private final FunctionTable functions;
    private final Profile profile;
    private final Granularity granularity;
    private final boolean columns;
    private final SourcePaths paths;
    private final boolean apart;
    private final List<NodeKey> keys = new ArrayList<>();
    private final Map<NodeKey, Integer> nodesByKey = new HashMap<>();
    private final Map<String, Integer> nodesByName = new HashMap<>();
    private final int[] nodesByFunction;

    Builder(Profile profile, ReportOptions options, boolean apart) {
      this.profile = profile;
      this.locations = profile.locations();
      this.functions = profile.functions();
      this.granularity = options.granularity();
      this.columns = granularity.showsColumn(options.columns());
      this.paths = options.paths();
      this.apart = apart;
      this.nodesByFunction = new int[functions.size()];
      Arrays.fill(nodesByFunction, -1);
    }

    FrameNodes build() {
      int[] starts = new int[locations.size() + 1];
      for (int location = 0; location < locations.size(); location++) {
        int lines = locations.lineEnd(location) - locations.lineStart(location);
        starts[location + 1] = starts[location] + Math.max(1, lines);
      }
      int[] nodes = new int[starts[locations.size()]];
      for (int location = 0; location < locations.size(); location++) {
        int frame = starts[location];
        int end = locations.lineEnd(location);
        if (locations.lineStart(location) == end) {
          nodes[frame] = node(withoutFunction(location));
        }
        for (int line = locations.lineStart(location); line < end; line++) {
          nodes[frame++] = node(location, line);
        }
      }
      int[] only = new int[locations.size()];
      boolean[] inlined = new boolean[keys.size()];
      for (int location = 0; location < locations.size(); location++) {
        only[location] =
            starts[location + 1] == starts[location] + 1 ? nodes[starts[location]] : -1;
        for (int frame = starts[location]; frame < starts[location + 1] - 1; frame++) {
          inlined[nodes[frame]] = true;
        }
      }
      return new FrameNodes(List.copyOf(keys), starts, nodes, only, inlined);
    }

    private int node(int location, int line) {
      int function = locations.function(line);
      if (function < 0) {
        return node(withoutFunction(location));
      }
      boolean byNameAlone =
          granularity == Granularity.FUNCTIONS && !apart && !functions.name(function).isEmpty();
      return byNameAlone ? nodeOfFunction(function) : node(key(location, line, function));
    }

    private int nodeOfFunction(int function) {
      if (nodesByFunction[function] < 0) {
        String name = functions.name(function);
        Integer known = nodesByName.get(name);
        if (known == null) {
          known = keys.size();
          keys.add(NodeKey.function(name));
          nodesByName.put(name, known);
        }
        nodesByFunction[function] = known;
      }
      return nodesByFunction[function];
    }

    private int node(NodeKey key) {
      Integer known = nodesByKey.get(key);
      if (known == null) {
        known = keys.size();
        keys.add(key);
        nodesByKey.put(key, known);
      }
      return known;
    }

    private NodeKey key(int location, int line, int function) {
      String name = granularity.showsFunction() ? functions.name(function) : "";
      String file = granularity.showsFile() ? paths.shown(functions.file(function)) : "";
      return new NodeKey(
          name,
          address(location),
          file,
          apart || name.isEmpty() ? functions.startLine(function) : 0,
          granularity.showsLine() ? locations.line(line) : 0,
          columns ? locations.column(line) : 0,
          apart || name.isEmpty() ? binary(location) : "");
    }

    private NodeKey withoutFunction(int location) {
      return new NodeKey("", address(location), "", 0, 0, 0, binary(location));
    }

    private long address(int location) {
      return granularity.showsAddress() ? locations.address(location) : 0;
    }

    private String binary(int location) {
      int mapping = locations.mapping(location);
      return mapping < 0 ? "" : profile.mappings().file(mapping);
    }
  }
}

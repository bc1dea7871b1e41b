package io.mapleak.view;

import io.mapleak.profile.ValueType;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The graph in callgrind's format, equal to google/pprof's {@code callgrind}
 * (internal/report/report.go: printCallgrind). Values are whole numbers of one unit.
 */
public final class CallgrindText {
  private final Graph graph;
  private final Amounts amounts;
  private final Map<Integer, String> callees = new HashMap<>();
  private final Map<String, Integer> binaries = new HashMap<>();
  private final Map<String, Integer> files = new HashMap<>();
  private final Map<String, Integer> functions = new HashMap<>();
  private final StringBuilder text = new StringBuilder(1 << 12);

  private CallgrindText(Graph graph, Amounts amounts) {
    this.graph = graph;
    this.amounts = amounts;
  }

  /** All nodes by address, with their calls; nothing is trimmed. */
  public static String of(Selection selection, ReportOptions options) {
    ReportOptions byAddress = options.untrimmed().by(Granularity.ADDRESSES);
    Graph graph = Graph.of(selection, byAddress, true);
    List<Rank> shown = graph.trimmed().shown();
    Amounts amounts = Amounts.each(selection, options).inWholeUnits(shown);
    CallgrindText callgrind = new CallgrindText(graph, amounts);
    callgrind.nameCallees();
    ValueType type = selection.valueType();
    callgrind.text.append("positions: instr line\nevents: ");
    callgrind.text.append(type.type()).append('(').append(amounts.to()).append(")\n");
    NodeKey before = null;
    for (Rank node : shown) {
      callgrind.node(node, before);
      before = node.key();
    }
    return callgrind.text.toString();
  }

  /**
   * Callgrind takes functions together whose name and file are equal: a number tells them apart.
   */
  private void nameCallees() {
    Map<NodeKey, Map<NodeKey, Integer>> numbers = new LinkedHashMap<>();
    List<Rank> shown = graph.trimmed().shown();
    for (Rank node : shown) {
      Map<NodeKey, Integer> known = numbers.computeIfAbsent(named(node), k -> new HashMap<>());
      known.putIfAbsent(function(node), known.size() + 1);
    }
    for (Rank node : shown) {
      Map<NodeKey, Integer> known = numbers.getOrDefault(named(node), Map.of());
      String name = node.key().name();
      if (known.size() > 1) {
        name += " [" + known.get(function(node)) + "/" + known.size() + "]";
      }
      callees.put(node.node(), name);
    }
  }

  private static NodeKey named(Rank node) {
    return new NodeKey(node.key().name(), 0, node.key().file(), 0, 0, 0, "");
  }

  private static NodeKey function(Rank node) {
    NodeKey key = node.key();
    return new NodeKey(key.name(), 0, key.file(), key.startLine(), 0, 0, key.binary());
  }

  private void node(Rank node, @Nullable NodeKey before) {
    NodeKey key = node.key();
    if (before == null
        || !before.binary().equals(key.binary())
        || !before.file().equals(key.file())
        || !before.name().equals(key.name())) {
      text.append("\nob=").append(shortened(binaries, key.binary()));
      text.append("\nfl=").append(shortened(files, key.file()));
      text.append("\nfn=").append(shortened(functions, key.name())).append('\n');
    }
    text.append(address(before, key)).append(' ').append(key.line()).append(' ');
    text.append(amounts.whole(node.flat())).append('\n');
    for (Edge call : graph.calls().out(node.node())) {
      NodeKey callee = graph.calls().key(call.callee());
      text.append("cfl=").append(shortened(files, callee.file()));
      text.append("\ncfn=");
      text.append(shortened(functions, callees.getOrDefault(call.callee(), "")));
      text.append("\ncalls=0 ").append(address(before, callee)).append(' ');
      text.append(callee.line()).append("\n* * ").append(amounts.whole(call.weight()));
      text.append('\n');
    }
  }

  /** A name that was written before is a number. */
  private static String shortened(Map<String, Integer> known, String name) {
    if (name.isEmpty()) {
      return "";
    }
    Integer number = known.putIfAbsent(name, known.size() + 1);
    return number != null ? "(" + number + ")" : "(" + known.size() + ") " + name;
  }

  /** An address, or its distance from the one of the node before where that is shorter. */
  private static String address(@Nullable NodeKey before, NodeKey key) {
    String absolute = "0x" + Long.toHexString(key.address());
    if (before == null) {
      return absolute;
    }
    long distance = key.address() - before.address();
    if (distance == 0) {
      return "*";
    }
    String relative = (distance > 0 ? "+" : "") + distance;
    return relative.length() < absolute.length() ? relative : absolute;
  }
}

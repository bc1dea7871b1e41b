package io.mapleak.view;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The graph in Graphviz's language, equal to google/pprof's {@code dot} but for the signs of
 * negative parts (internal/graph/dotgraph.go: ComposeDot).
 */
public final class DotText {
  /** Font sizes of nodes by their flat value, in points. */
  private static final int LEAST_FONT = 8;

  private static final double FONT_GROWTH = 16;

  /** Weight of a call for the layout, per part of the total. */
  private static final long MOST_WEIGHT = 100;

  /** Width of its line. */
  private static final long MOST_WIDTH = 5;

  private final DotGraph graph;
  private final Amounts amounts;
  private final Map<Integer, Integer> ids = new HashMap<>();
  private final StringBuilder text = new StringBuilder(1 << 12);

  private DotText(DotGraph graph, Amounts amounts) {
    this.graph = graph;
    this.amounts = amounts;
  }

  /**
   * The drawing.
   *
   * @param zone in which the profile's time is told
   */
  public static String of(Selection selection, ReportOptions options, ZoneId zone) {
    DotGraph graph = DotGraph.of(selection, options);
    List<Rank> shown = graph.trimmed().shown();
    Amounts amounts = Amounts.each(selection, options).inOneUnit(shown);
    DotText dot = new DotText(graph, amounts);
    List<String> legend = new ArrayList<>(Legend.ofProfile(selection, amounts, zone));
    legend.addAll(
        Legend.ofReport(selection, options, graph.trimmed(), amounts, graph.droppedEdges()));
    legend.add("\nSee https://git.io/JfYMW for how to read the graph");
    dot.begin(selection, legend);
    dot.body(shown);
    return dot.text.append("}\n").toString();
  }

  private void begin(Selection selection, List<String> legend) {
    String file =
        selection.profile().mappings().size() == 0 ? "" : selection.profile().mappings().file(0);
    String title = file.isEmpty() ? "" : GoPath.base(file);
    text.append("digraph \"").append(title.isEmpty() ? "unnamed" : title).append("\" {\n");
    text.append("node [style=filled fillcolor=\"#f8f8f8\"]\n");
    text.append("subgraph cluster_L { \"").append(escaped(legend.get(0)));
    text.append("\" [shape=box fontsize=16 label=\"");
    legend.forEach(line -> text.append(escaped(line)).append("\\l"));
    text.append('"');
    if (!title.isEmpty()) {
      text.append(" tooltip=\"").append(title).append('"');
    }
    text.append("] }\n");
  }

  private void body(List<Rank> shown) {
    long mostFlat = 0;
    for (Rank node : shown) {
      ids.put(node.node(), ids.size() + 1);
      mostFlat = Math.max(mostFlat, Math.abs(node.flat()));
    }
    DotTags tags = new DotTags(graph.tags(), amounts);
    Map<Integer, Boolean> tagged = new HashMap<>();
    for (Rank node : shown) {
      node(node, mostFlat);
      int before = text.length();
      tags.write(text, node.node(), id(node.node()), graph.calls().out(node.node()).isEmpty());
      tagged.put(node.node(), text.length() > before);
    }
    for (Edge call : graph.calls().outOf(shown)) {
      call(call, tagged.getOrDefault(call.caller(), false));
    }
  }

  /** Number of a node in the drawing; 0 for one that is not shown, as in pprof. */
  private int id(int node) {
    return ids.getOrDefault(node, 0);
  }

  private void node(Rank node, long mostFlat) {
    String flat = amounts.label(node.flat());
    String cum = node.cum() == node.flat() ? flat : amounts.label(node.cum());
    text.append('N').append(id(node.node())).append(" [label=\"").append(label(node.key()));
    if (node.flat() == 0) {
      text.append('0');
    } else {
      text.append(flat).append(" (").append(amounts.share(node.flat()).trim()).append(')');
    }
    if (node.cum() != node.flat()) {
      text.append(node.flat() == 0 ? " " : "\\n").append("of ").append(cum);
      text.append(" (").append(amounts.share(node.cum()).trim()).append(')');
    }
    int font = LEAST_FONT;
    if (node.flat() != 0) {
      font += (int) Math.ceil(FONT_GROWTH * Math.sqrt(Math.abs((double) node.flat()) / mostFlat));
    }
    double part = part(node.cum());
    text.append("\" id=\"node").append(id(node.node())).append("\" fontsize=").append(font);
    text.append(" shape=box tooltip=\"").append(escaped(node.name())).append(" (").append(cum);
    text.append(")\" color=\"").append(DotColor.line(part)).append("\" fillcolor=\"");
    text.append(DotColor.background(part)).append("\"]\n");
  }

  private double part(long value) {
    return (double) value / (double) Math.abs(amounts.total());
  }

  /** The key on several lines, shortened. */
  private static String label(NodeKey key) {
    String name =
        escaped(ShortName.of(key.name()))
            .replace("::", "\\n")
            .replace("[...]", "[\u2026]")
            .replace(".", "\\n");
    String file = key.file().isEmpty() ? "" : GoPath.base(key.file());
    NodeKey shown =
        new NodeKey(
            name, key.address(), file, key.startLine(), key.line(), key.column(), key.binary());
    return String.join("\\n", shown.parts()) + "\\n";
  }

  private void call(Edge call, boolean tagged) {
    String value = amounts.label(call.weight());
    text.append('N').append(id(call.caller())).append(" -> N").append(id(call.callee()));
    text.append(" [label=\" ").append(value).append(call.inline() ? "\\n (inline)\"" : "\"");
    if (amounts.total() != 0) {
      attribute(" weight=", call.weight(), MOST_WEIGHT);
      attribute(" penwidth=", call.weight(), MOST_WIDTH);
      text.append(" color=\"").append(DotColor.line(part(call.weight()))).append('"');
    }
    String tip =
        '"'
            + escaped(graph.calls().name(call.caller()))
            + (call.residual() ? " ... " : " -> ")
            + escaped(graph.calls().name(call.callee()))
            + " ("
            + value
            + ")\"";
    text.append(" tooltip=").append(tip).append(" labeltooltip=").append(tip);
    text.append(call.residual() ? " style=\"dotted\"" : "").append(tagged ? " minlen=2" : "");
    text.append("]\n");
  }

  /** Appends an attribute that grows with a part of the total from 1 on, and is left out at 1. */
  private void attribute(String name, long value, long most) {
    long part = Math.min(Math.abs(value * most / amounts.total()), most);
    if (part > 0) {
      text.append(name).append(1 + part);
    }
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\l");
  }
}

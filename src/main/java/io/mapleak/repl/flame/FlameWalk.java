package io.mapleak.repl.flame;

import com.google.re2j.Pattern;
import io.mapleak.view.CallTree;
import io.mapleak.view.FlameGraph;
import io.mapleak.view.FlameLayout;
import io.mapleak.view.FlameLayout.Cell;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a user is in a flame graph: which node is selected, which one is zoomed, what was searched.
 * Each step gives a new one. The selected node always has a cell. Immutable.
 */
final class FlameWalk {
  /** Narrowest cell, columns. */
  private static final int LEAST_CELL = 1;

  private final FlameGraph graph;
  private final int columns;
  private final int zoomed;
  private final int selected;
  private final @Nullable Pattern pattern;
  private final BitSet hits;
  private final FlameLayout layout;

  private FlameWalk(
      FlameGraph graph,
      int columns,
      int zoomed,
      int selected,
      @Nullable Pattern pattern,
      BitSet hits) {
    this.graph = graph;
    this.columns = columns;
    this.zoomed = zoomed;
    this.pattern = pattern;
    this.hits = hits;
    this.layout = layout(zoomed);
    this.selected = layout.cell(selected) == null ? zoomed : selected;
  }

  /** At the root of a graph, nothing zoomed. */
  static FlameWalk of(FlameGraph graph, int columns) {
    return new FlameWalk(graph, columns, CallTree.ROOT, CallTree.ROOT, null, new BitSet());
  }

  private FlameLayout layout(int node) {
    return FlameLayout.of(graph.tree(), node, columns, LEAST_CELL, Integer.MAX_VALUE);
  }

  private FlameWalk at(int newZoomed, int newSelected) {
    return new FlameWalk(graph, columns, newZoomed, newSelected, pattern, hits);
  }

  FlameGraph graph() {
    return graph;
  }

  FlameLayout layout() {
    return layout;
  }

  int zoomed() {
    return zoomed;
  }

  int selected() {
    return selected;
  }

  /** What was searched; null: nothing. */
  @Nullable Pattern pattern() {
    return pattern;
  }

  boolean isHit(int node) {
    return hits.get(node);
  }

  /** Number of nodes that were found. */
  int hits() {
    return hits.cardinality();
  }

  /** Number of the selected hit, from 1; 0 where something else is selected. */
  int hitNumber() {
    return hits.get(selected) ? hits.get(0, selected + 1).cardinality() : 0;
  }

  /** Value of all that was found; a hit below another one counts once. */
  long hitValue() {
    CallTree tree = graph.tree();
    long sum = 0;
    for (int node = hits.nextSetBit(0); node >= 0; node = hits.nextSetBit(tree.end(node))) {
      sum += tree.value(node);
    }
    return sum;
  }

  FlameWalk resized(int newColumns) {
    return new FlameWalk(graph, newColumns, zoomed, selected, pattern, hits);
  }

  /** The same place in the graph of another sample type, as far as that has it. */
  FlameWalk in(FlameGraph other) {
    CallTree tree = graph.tree();
    int[] path = new int[tree.depth(selected) + 1];
    for (int node = selected; node >= 0; node = tree.parent(node)) {
      path[tree.depth(node)] = node;
    }
    int place = CallTree.ROOT;
    int newZoomed = CallTree.ROOT;
    for (int depth = 1; depth < path.length; depth++) {
      int next = callee(other.tree(), place, tree.name(path[depth]));
      if (next < 0) {
        break;
      }
      place = next;
      newZoomed = path[depth] == zoomed ? place : newZoomed;
    }
    FlameWalk walk =
        new FlameWalk(other, columns, newZoomed, place, pattern, found(other.tree(), pattern));
    return walk.showing(place);
  }

  private static int callee(CallTree tree, int caller, String name) {
    for (int node = caller + 1; node < tree.end(caller); node = tree.end(node)) {
      if (tree.name(node).equals(name)) {
        return node;
      }
    }
    return -1;
  }

  /** To the caller. */
  FlameWalk up() {
    return selected == CallTree.ROOT ? this : at(zoomed, graph.tree().parent(selected));
  }

  /** To the heaviest callee; above the zoomed node towards it. */
  FlameWalk down() {
    int row = graph.tree().depth(selected) + 1;
    if (row < layout.rows().size()) {
      for (Cell cell : layout.rows().get(row)) {
        if (graph.tree().parent(cell.node()) == selected) {
          return at(zoomed, cell.node());
        }
      }
    }
    return this;
  }

  /** To the cell before, in the same row. */
  FlameWalk left() {
    return aside(-1);
  }

  /** To the cell behind, in the same row. */
  FlameWalk right() {
    return aside(1);
  }

  private FlameWalk aside(int step) {
    List<Cell> row = layout.rows().get(graph.tree().depth(selected));
    for (int i = 0; i < row.size(); i++) {
      if (row.get(i).node() == selected) {
        int next = Math.max(0, Math.min(row.size() - 1, i + step));
        return at(zoomed, row.get(next).node());
      }
    }
    return this;
  }

  /** Gives the selected node the whole width. */
  FlameWalk zoom() {
    return at(selected, selected);
  }

  /** Gives the whole width back to the caller of the zoomed node. */
  FlameWalk out() {
    return zoomed == CallTree.ROOT ? this : at(graph.tree().parent(zoomed), selected);
  }

  /** Finds all nodes but the root whose name matches, and selects the first from here on. */
  FlameWalk search(Pattern newPattern) {
    BitSet found = found(graph.tree(), newPattern);
    FlameWalk walk = new FlameWalk(graph, columns, zoomed, selected, newPattern, found);
    return found.get(selected) ? walk : walk.next();
  }

  private static BitSet found(CallTree tree, @Nullable Pattern pattern) {
    BitSet found = new BitSet(tree.size());
    if (pattern != null) {
      Map<String, Boolean> known = new HashMap<>(); // few functions, many paths
      for (int node = CallTree.ROOT + 1; node < tree.size(); node++) {
        String name = tree.name(node);
        found.set(node, known.computeIfAbsent(name, n -> pattern.matcher(n).find()));
      }
    }
    return found;
  }

  /** To the next hit; from the last to the first. */
  FlameWalk next() {
    int next = hits.nextSetBit(selected + 1);
    return showing(next < 0 ? hits.nextSetBit(0) : next);
  }

  /** To the hit before; from the first to the last. */
  FlameWalk previous() {
    int before = selected == 0 ? -1 : hits.previousSetBit(selected - 1);
    return showing(before < 0 ? hits.length() - 1 : before);
  }

  /** Selects a node; zooms out, or on the node itself, where it has no cell. */
  private FlameWalk showing(int node) {
    if (node < 0) {
      return this;
    }
    if (layout.cell(node) != null) {
      return at(zoomed, node);
    }
    boolean wide = layout(CallTree.ROOT).cell(node) != null;
    return at(wide ? CallTree.ROOT : node, node);
  }
}

package io.mapleak.view;

import com.google.re2j.Pattern;
import io.mapleak.unit.Measurement;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Callers and callees of every node, equal to google/pprof's {@code tree} and {@code peek} but for
 * the signs of negative parts.
 */
public final class TreeText {
  private static final String SEPARATOR =
      "----------------------------------------------------------+-------------\n";

  private static final int WIDTH = 10;
  private static final int CALL_WIDTH = 50;

  /** Blanks between a node's values and its name where no value is negative. */
  private static final int GAP = 16;

  private final Graph graph;
  private final Amounts amounts;
  private final int width;
  private final StringBuilder text = new StringBuilder(1 << 12);
  private long sum;

  private TreeText(Graph graph, Amounts amounts) {
    this.graph = graph;
    this.amounts = amounts;
    this.width = Amounts.shareWidth(hasNegative(graph));
  }

  /**
   * All nodes with their calls.
   *
   * @param zone in which the profile's time is told
   */
  public static String of(Selection selection, ReportOptions options, ZoneId zone) {
    TreeText tree = begin(selection, options, zone);
    tree.nodes(null);
    return tree.text.toString();
  }

  /**
   * The nodes whose printable name matches, with their calls; nothing is trimmed.
   *
   * @throws NoMatchException when none does
   */
  public static String peek(
      Selection selection, ReportOptions options, ZoneId zone, Pattern pattern)
      throws NoMatchException {
    TreeText tree = begin(selection, options.untrimmed(), zone);
    if (tree.nodes(pattern) == 0) {
      throw new NoMatchException(pattern.pattern());
    }
    return tree.text.toString();
  }

  private static TreeText begin(Selection selection, ReportOptions options, ZoneId zone) {
    Graph graph = Graph.of(selection, options, false);
    List<Rank> shown = graph.trimmed().shown();
    Amounts amounts = Amounts.each(selection, options).inOneUnit(shown);
    TreeText tree = new TreeText(graph, amounts);
    for (String line : Legend.of(selection, options, graph.trimmed(), amounts, zone)) {
      tree.text.append(line).append('\n');
    }
    tree.text.append(SEPARATOR);
    TopText.header(tree.text, tree.width);
    tree.text.append("   calls calls% + context \t \t \n");
    return tree;
  }

  private int nodes(@Nullable Pattern pattern) {
    int matched = 0;
    for (Rank node : graph.trimmed().shown()) {
      if (pattern == null || pattern.matcher(node.name()).find()) {
        matched++;
        text.append(SEPARATOR);
        for (Edge call : graph.calls().in(node.node())) {
          call(call, node.cum(), graph.calls().name(call.caller()));
        }
        node(node);
        for (Edge call : graph.calls().out(node.node())) {
          call(call, node.cum(), graph.calls().name(call.callee()));
        }
      }
    }
    text.append(graph.trimmed().shown().isEmpty() ? "" : SEPARATOR);
    return matched;
  }

  private void node(Rank node) {
    sum += node.flat();
    TopText.right(text, amounts.label(node.flat()), WIDTH).append(' ');
    TopText.right(text, amounts.share(node.flat()), width).append(' ');
    TopText.right(text, amounts.share(sum), width).append(' ');
    TopText.right(text, amounts.label(node.cum()), WIDTH).append(' ');
    TopText.right(text, amounts.share(node.cum()), width);
    int gap = GAP - 3 * (width - Amounts.shareWidth(false));
    text.append(" ".repeat(gap)).append("| ").append(node.name()).append('\n');
  }

  private void call(Edge call, long cum, String name) {
    int wider = width - Amounts.shareWidth(false);
    TopText.right(text, amounts.label(call.weight()), CALL_WIDTH - wider).append(' ');
    TopText.right(text, Measurement.signedPercentage(call.weight(), cum), width);
    text.append(" |   ").append(name).append(call.inline() ? " (inline)\n" : "\n");
  }

  private static boolean hasNegative(Graph graph) {
    long sum = 0;
    for (Rank node : graph.trimmed().shown()) {
      sum += node.flat();
      boolean call =
          graph.calls().in(node.node()).stream().anyMatch(c -> c.weight() < 0)
              || graph.calls().out(node.node()).stream().anyMatch(c -> c.weight() < 0);
      if (node.flat() < 0 || node.cum() < 0 || sum < 0 || call) {
        return true;
      }
    }
    return false;
  }
}

package io.mapleak.view;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Callers and callees of nodes with exact values: what {@link TreeText} shows as text. */
public final class TreeTable {
  private static final List<String> COLUMNS =
      List.of(
          "node",
          "relation",
          "name",
          "inlined",
          "flat",
          "flat_percent",
          "cum",
          "cum_percent",
          "calls",
          "calls_percent");

  private TreeTable() {}

  /**
   * One row for each node, whose relation is {@code self}, and one for each of its calls, {@code
   * caller} or {@code callee}: their percentage is of the node's cum.
   */
  public static Table of(Selection selection, ReportOptions options) {
    return of("mapleak.tree/1", selection, Graph.of(selection, options, false), options, null);
  }

  /**
   * The rows of those nodes whose name matches; nothing is trimmed.
   *
   * @throws NoMatchException when none does
   */
  public static Table peek(Selection selection, ReportOptions options, Pattern pattern)
      throws NoMatchException {
    Graph graph = Graph.of(selection, options.untrimmed(), false);
    Table table = of("mapleak.peek/1", selection, graph, options, pattern);
    if (table.rows().isEmpty()) {
      throw new NoMatchException(pattern.pattern());
    }
    return table;
  }

  private static Table of(
      String schema,
      Selection selection,
      Graph graph,
      ReportOptions options,
      @Nullable Pattern pattern) {
    Amounts amounts = Amounts.each(selection, options);
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Rank node : graph.trimmed().shown()) {
      if (pattern == null || pattern.matcher(node.name()).find()) {
        for (Edge call : graph.calls().in(node.node())) {
          rows.add(call(node, call, "caller", graph.calls().name(call.caller()), amounts));
        }
        rows.add(self(node, amounts));
        for (Edge call : graph.calls().out(node.node())) {
          rows.add(call(node, call, "callee", graph.calls().name(call.callee()), amounts));
        }
      }
    }
    return new Table(schema, Table.head(selection), COLUMNS, rows);
  }

  private static List<@Nullable Object> self(Rank node, Amounts amounts) {
    return Arrays.asList(
        node.name(),
        "self",
        node.name(),
        "",
        amounts.scaled(node.flat()),
        amounts.percent(node.flat()),
        amounts.scaled(node.cum()),
        amounts.percent(node.cum()),
        null,
        null);
  }

  private static List<@Nullable Object> call(
      Rank node, Edge call, String relation, String name, Amounts amounts) {
    return Arrays.asList(
        node.name(),
        relation,
        name,
        call.inline() ? "inline" : "",
        null,
        null,
        null,
        null,
        amounts.scaled(call.weight()),
        Table.percent(call.weight(), node.cum()));
  }
}

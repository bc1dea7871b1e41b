package io.mapleak.view;

import java.util.List;

/** What a flame graph shows: a selection's calls as a tree, and how its values are told. */
public final class FlameGraph {
  private final CallTree tree;
  private final List<String> filters;
  private final Amounts amounts;

  private FlameGraph(CallTree tree, List<String> filters, Amounts amounts) {
    this.tree = tree;
    this.filters = filters;
    this.amounts = amounts;
  }

  /** Computes it, in time linear to the frames of all stacks. */
  public static FlameGraph of(Selection selection, ReportOptions options) {
    return new FlameGraph(
        CallTree.of(selection, options), selection.filters(), Amounts.each(selection, options));
  }

  /** The calls; the root is named after the sample type. */
  public CallTree tree() {
    return tree;
  }

  /** The filters of the selection, in words. */
  public List<String> filters() {
    return filters;
  }

  /** A node's value with its unit. */
  public String label(int node) {
    return amounts.label(tree.value(node));
  }

  /** A node's part of the total before filters, with its sign, e.g. {@code 9.76%}. */
  public String share(int node) {
    return share(tree.value(node));
  }

  /** A value's part of the total before filters. */
  public String share(long value) {
    return amounts.share(value).strip();
  }
}

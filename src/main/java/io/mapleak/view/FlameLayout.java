package io.mapleak.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the nodes of a tree stand in a flame graph: one row for each depth, the root on top,
 * callees below their caller and within its width. A node that is zoomed has the whole width, as
 * all its callers have. Immutable.
 */
public final class FlameLayout {
  /**
   * The place of a node, in units of the width.
   *
   * @param node of the tree
   * @param row its depth
   * @param left units to the left of it
   * @param width its units, at least 1
   */
  public record Cell(int node, int row, int left, int width) {
    /** The first unit to the right. */
    public int right() {
      return left + width;
    }
  }

  /** Bits of a weight in arithmetic: times any width it still fits. */
  private static final int WEIGHT_BITS = 31;

  private final CallTree tree;
  private final List<List<Cell>> rows;
  private final int leftOut;
  private final long heaviestLeftOut;

  private FlameLayout(CallTree tree, List<List<Cell>> rows, int leftOut, long heaviestLeftOut) {
    this.tree = tree;
    this.rows = rows;
    this.leftOut = leftOut;
    this.heaviestLeftOut = heaviestLeftOut;
  }

  /**
   * Lays a tree out, in time linear to the nodes below the zoomed.
   *
   * @param zoomed node that has the whole width
   * @param width units of the whole width
   * @param least units of the narrowest cell; a narrower one is left out with all below it
   * @param most cells; of more the lightest are left out
   */
  public static FlameLayout of(CallTree tree, int zoomed, int width, int least, int most) {
    Builder builder = new Builder(tree, zoomed, width);
    builder.place(zoomed, least);
    builder.keep(most);
    return builder.layout();
  }

  /** The cells by row from the top, each row from left to right. */
  public List<List<Cell>> rows() {
    return rows;
  }

  /** The cell of a node; null where it has none. */
  public @Nullable Cell cell(int node) {
    int row = tree.depth(node);
    if (row < rows.size()) {
      for (Cell cell : rows.get(row)) {
        if (cell.node() == node) {
          return cell;
        }
      }
    }
    return null;
  }

  /** Number of nodes below the zoomed that have no cell. */
  public int leftOut() {
    return leftOut;
  }

  /** Weight of the heaviest of those; 0 when there are none. */
  public long heaviestLeftOut() {
    return heaviestLeftOut;
  }

  private static final class Builder {
    private final CallTree tree;
    private final int width;
    private final int shift;
    private final long total;
    private List<Cell> cells = new ArrayList<>();
    private int leftOut;
    private long heaviestLeftOut;

    Builder(CallTree tree, int zoomed, int width) {
      this.tree = tree;
      this.width = width;
      long weight = tree.weight(zoomed);
      this.shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(weight) - WEIGHT_BITS);
      this.total = Math.max(1, weight >> shift);
    }

    void place(int zoomed, int least) {
      for (int node = zoomed; node >= 0; node = tree.parent(node)) {
        cells.add(new Cell(node, tree.depth(node), 0, width));
      }
      long[] next = new long[tree.depth(zoomed) + 2]; // weight to the left, by depth
      for (int node = zoomed + 1; node < tree.end(zoomed); ) {
        int depth = tree.depth(node);
        long weight = tree.weight(node);
        long begin = next[depth];
        next[depth] = begin > Long.MAX_VALUE - weight ? Long.MAX_VALUE : begin + weight;
        int left = units(begin);
        int right = units(next[depth]);
        if (right == left || (weight >> shift) * width < least * total) {
          leaveOut(weight, tree.end(node) - node);
          node = tree.end(node);
        } else {
          cells.add(new Cell(node, depth, left, right - left));
          if (depth + 1 == next.length) {
            next = Arrays.copyOf(next, next.length * 2);
          }
          next[depth + 1] = begin;
          node++;
        }
      }
    }

    private int units(long weight) {
      return (int) Math.min(width, (weight >> shift) * width / total);
    }

    private void leaveOut(long weight, int count) {
      leftOut += count;
      heaviestLeftOut = Math.max(heaviestLeftOut, weight);
    }

    void keep(int most) {
      if (cells.size() > most) {
        cells.sort(
            Comparator.comparingLong((Cell cell) -> -tree.weight(cell.node()))
                .thenComparingInt(Cell::row)
                .thenComparingInt(Cell::left));
        leaveOut(tree.weight(cells.get(most).node()), cells.size() - most);
        cells = cells.subList(0, most);
      }
    }

    FlameLayout layout() {
      cells.sort(Comparator.comparingInt(Cell::row).thenComparingInt(Cell::left));
      List<List<Cell>> rows = new ArrayList<>();
      for (Cell cell : cells) {
        if (cell.row() == rows.size()) {
          rows.add(new ArrayList<>());
        }
        rows.get(cell.row()).add(cell);
      }
      return new FlameLayout(
          tree, rows.stream().map(List::copyOf).toList(), leftOut, heaviestLeftOut);
    }
  }
}

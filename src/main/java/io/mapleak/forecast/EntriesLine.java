package io.mapleak.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Entries of a site on one course through a series: what all its profiles together say of the
 * number at the first and at the last, as a grid of weights.
 */
final class EntriesLine {
  /** Points of the grid in each direction, for a first look and for the result. */
  private static final int[] POINTS = {60, 110};

  /** Entries considered, at most. */
  private static final double MOST = 1e8;

  /** A first look goes this far down and up from the rough number. */
  private static final double FAR = 30;

  /** Entries at the first profile over those at the last, at most. */
  private static final double MOST_AT_FIRST = 1.25;

  /** Log of weights, below the largest, that are looked at closely. */
  private static final double CLOSE = 12;

  /**
   * Relative error of a rate that held so far, when it is carried on: the spread of one interval's
   * growth against the mean that steady loads show.
   */
  private static final double[] RATE_DRIFT = {0.9, 0.95, 1, 1.05, 1.1};

  /** Weights below this share of the largest change no figure. */
  private static final double NEGLIGIBLE = 1e-4;

  /** Entries at both ends that are possible, with a variant of the curve. */
  private record Cell(double first, double last, int variant, double logWeight) {}

  private final List<Cell> cells;
  private final double[] weight;
  private final double logWeight;
  private final Course course;

  private EntriesLine(List<Cell> cells, double[] weight, double logWeight, Course course) {
    this.cells = cells;
    this.weight = weight;
    this.logWeight = logWeight;
    this.course = course;
  }

  /**
   * Reads a series.
   *
   * @return null where nothing bounds the entries
   */
  static @Nullable EntriesLine of(LineEvidence evidence, CapacityCurve curve, Course course) {
    double top = evidence.roughly();
    if (!(top > 0)) {
      return null;
    }
    double low = Math.log(Math.max(1, top / FAR));
    double high = Math.log(Math.min(MOST, top * FAR));
    List<Cell> cells = List.of();
    double best = Double.NEGATIVE_INFINITY;
    double area = 0;
    for (int points : POINTS) {
      cells = cells(evidence, curve.variants(), points, low, high);
      double most = Double.NEGATIVE_INFINITY;
      for (Cell cell : cells) {
        most = Math.max(most, cell.logWeight());
      }
      best = most;
      area = (high - low) / points / points;
      double step = (high - low) / points;
      double least = Double.POSITIVE_INFINITY;
      double largest = 0;
      for (Cell cell : cells) {
        if (cell.logWeight() > best - CLOSE) {
          least = Math.min(least, cell.last());
          largest = Math.max(largest, cell.last());
        }
      }
      low = Math.log(least) - step;
      high = Math.log(largest) + step;
    }
    List<Cell> heavy = new ArrayList<>();
    double sum = 0;
    for (Cell cell : cells) {
      double w = Math.exp(cell.logWeight() - best);
      sum += w;
      if (w > NEGLIGIBLE) {
        heavy.add(cell);
      }
    }
    double[] weight = new double[heavy.size()];
    for (int i = 0; i < weight.length; i++) {
      weight[i] = Math.exp(heavy.get(i).logWeight() - best) / sum;
    }
    return new EntriesLine(
        heavy, weight, best + Math.log(sum * area * course.probability()), course);
  }

  private static List<Cell> cells(
      LineEvidence evidence, int variants, int points, double low, double high) {
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < points; i++) {
      double n1 = Math.exp(low + (high - low) * (i + 0.5) / points);
      for (int j = 0; j < points; j++) {
        double n0 = n1 * (j + 0.5) / points * MOST_AT_FIRST;
        double counts = evidence.ofCounts(n0, n1) - Math.log(variants);
        for (int v = 0; v < variants; v++) {
          cells.add(new Cell(n0, n1, v, counts + evidence.ofArrays(n0, n1, v)));
        }
      }
    }
    return cells;
  }

  /** A figure of the entries, for a variant of the curve. */
  interface Figure {
    /** Its value at so many entries. */
    double of(double entries, int variant);
  }

  /**
   * Adds the weighted values that a figure may have at some time.
   *
   * @param position on the course of this line
   */
  void at(double position, Figure figure, double share, Weighted values) {
    double[] drifts = position > 1 ? RATE_DRIFT : new double[] {1};
    for (int i = 0; i < weight.length; i++) {
      Cell cell = cells.get(i);
      for (double drift : drifts) {
        values.add(
            figure.of(entries(cell, position, drift), cell.variant()), weight[i] * share);
      }
    }
  }

  /**
   * Adds the seconds after the last profile until the entries reach what {@code target} is, given
   * those at the last.
   */
  void until(DoubleUnaryOperator target, double share, Weighted values) {
    for (int i = 0; i < weight.length; i++) {
      Cell cell = cells.get(i);
      double slope = cell.last() - cell.first();
      double left = target.applyAsDouble(cell.last()) - cell.last();
      double seconds =
          left <= 0 ? 0 : slope <= 0 ? Weighted.NEVER : course.secondsTo(1 + left / slope);
      values.add(seconds, weight[i] * share);
    }
  }

  /** Log of the weight that the profiles give to all lines on this course. */
  double logWeight() {
    return logWeight;
  }

  Course course() {
    return course;
  }

  private static double entries(Cell cell, double position, double drift) {
    double slope = cell.last() - cell.first();
    return position <= 1
        ? cell.first() + slope * position
        : Math.max(0, cell.last() + slope * drift * (position - 1));
  }
}

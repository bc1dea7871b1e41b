package io.mapleak.forecast;

import java.util.ArrayList;
import java.util.List;

/**
 * Entries of a site on one course through a series: what all its profiles together say of the
 * number at the first and at the last, as a grid of weights.
 */
final class EntriesLine {
  /** Points of the grid in each direction, at a first look. */
  private static final int FIRST_LOOK = 48;

  /** The same of the result. */
  private static final int POINTS = 72;

  /** Entries considered, at most. */
  private static final double MOST = 1e8;

  /** A first look goes this far down and up from the rough number. */
  private static final double FAR = 30;

  /** Entries at the first profile over those at the last, at most. */
  private static final double MOST_AT_FIRST = 1.25;

  /**
   * Probability that a series begins with its process, so that its first profile has the growth of
   * one interval; else any share of the entries at the last is as likely.
   */
  private static final double FRESH = 0.3;

  /** Relative spread of that growth. */
  private static final double FRESH_SPREAD = 0.1;

  /** Log of weights, below the largest, that are looked at closely. */
  private static final double CLOSE = 10;

  /** Log of weights, below the largest, that no other variant lifts to where they count. */
  private static final double NO_CHANCE = 16;

  /** Weights below this share of the largest change no figure. */
  private static final double NEGLIGIBLE = 1e-4;

  /** A part of the grid: logs of the entries at the last profile, and shares at the first. */
  private record Area(double low, double high, double leastShare, double mostShare) {
    static Area around(double entries) {
      return new Area(
          Math.log(Math.max(1, entries / FAR)),
          Math.log(Math.min(MOST, Math.max(2, entries * FAR))),
          0,
          MOST_AT_FIRST);
    }

    double size() {
      return (high - low) * (mostShare - leastShare);
    }
  }

  /** Entries at both ends that are possible, with a variant of the curve. */
  record Cell(double first, double last, int variant, double logWeight) {}

  private final CountLikelihood counts;
  private final ArrayLikelihood arrays;
  private final List<Cell> cells = new ArrayList<>();
  private final double best;
  private final double logWeight;
  private final double sum;

  private EntriesLine(
      CountLikelihood counts, ArrayLikelihood arrays, int variants, int points, Area area) {
    this.counts = counts;
    this.arrays = arrays;
    List<Cell> all = cells(counts, arrays, variants, points, area);
    double most = Double.NEGATIVE_INFINITY;
    for (Cell cell : all) {
      most = Math.max(most, cell.logWeight());
    }
    best = most;
    double weights = 0;
    for (Cell cell : all) {
      double weight = Math.exp(cell.logWeight() - best);
      weights += weight;
      if (weight > NEGLIGIBLE) {
        cells.add(cell);
      }
    }
    sum = weights;
    logWeight = best + Math.log(sum * area.size() / points / points) + course().logProbability();
  }

  /** A first look, with one variant of the curve and a coarse grid. */
  static EntriesLine firstLook(CountLikelihood counts, ArrayLikelihood arrays) {
    double roughly = counts.roughly() > 0 ? counts.roughly() : arrays.roughly();
    return new EntriesLine(counts, arrays, 1, FIRST_LOOK, Area.around(roughly));
  }

  /** The same closely, where the first look found weight. */
  EntriesLine closely() {
    double least = Double.POSITIVE_INFINITY;
    double largest = 0;
    double leastShare = MOST_AT_FIRST;
    double mostShare = 0;
    for (Cell cell : cells) {
      if (cell.logWeight() > best - CLOSE) {
        least = Math.min(least, cell.last());
        largest = Math.max(largest, cell.last());
        leastShare = Math.min(leastShare, cell.first() / cell.last());
        mostShare = Math.max(mostShare, cell.first() / cell.last());
      }
    }
    double step = 2 * Math.log(FAR) / FIRST_LOOK;
    double shareStep = MOST_AT_FIRST / FIRST_LOOK;
    Area area =
        new Area(
            Math.log(least) - step,
            Math.log(largest) + step,
            Math.max(0, leastShare - shareStep),
            mostShare + shareStep);
    return new EntriesLine(counts, arrays, curve().variants(), POINTS, area);
  }

  private static List<Cell> cells(
      CountLikelihood counts, ArrayLikelihood arrays, int variants, int points, Area area) {
    int profiles = arrays.course().profiles();
    List<Cell> cells = new ArrayList<>();
    double[] counted = new double[points * points];
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < points; i++) {
      double n1 = Math.exp(area.low() + (area.high() - area.low()) * (i + 0.5) / points);
      for (int j = 0; j < points; j++) {
        double share =
            area.leastShare() + (area.mostShare() - area.leastShare()) * (j + 0.5) / points;
        double n0 = n1 * share;
        double log = counts.logLikelihood(n0, n1) + logPrior(share, profiles) - Math.log(variants);
        counted[cells.size()] = log;
        cells.add(new Cell(n0, n1, 0, log + arrays.logLikelihood(n0, n1, 0)));
        most = Math.max(most, cells.get(cells.size() - 1).logWeight());
      }
    }
    for (int i = 0; i < counted.length; i++) {
      Cell cell = cells.get(i);
      for (int v = 1; v < variants && cell.logWeight() > most - NO_CHANCE; v++) {
        double log = counted[i] + arrays.logLikelihood(cell.first(), cell.last(), v);
        cells.add(new Cell(cell.first(), cell.last(), v, log));
      }
    }
    return cells;
  }

  /** Log density of the share of the entries that the first profile has, before it is looked at. */
  private static double logPrior(double share, int profiles) {
    double fresh = 1.0 / profiles;
    double spread = FRESH_SPREAD * fresh;
    double off = (share - fresh) / spread;
    double bump = Math.exp(-off * off / 2) / (spread * Math.sqrt(2 * Math.PI));
    return Math.log((1 - FRESH) / MOST_AT_FIRST + FRESH * bump);
  }

  /** The cells that have a weight to speak of. */
  List<Cell> cells() {
    return cells;
  }

  /** Share of a cell in the weight of all. */
  double share(Cell cell) {
    return Math.exp(cell.logWeight() - best) / sum;
  }

  /** Log of the weight that the profiles give to all lines on this course. */
  double logWeight() {
    return logWeight;
  }

  Course course() {
    return arrays.course();
  }

  CapacityCurve curve() {
    return arrays.curve();
  }
}

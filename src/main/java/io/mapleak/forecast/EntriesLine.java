package io.mapleak.forecast;

import io.mapleak.growth.Growth;
import io.mapleak.site.SiteHistory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Entries of a site as a straight line through a series: what all its profiles together say of the
 * number at the first and at the last, as a grid of weights. Arrays bound the entries that they
 * were grown for, sampled blocks are Poisson, and so are the objects that come one to an entry.
 */
final class EntriesLine {
  /** Points of the grid in each direction. */
  private static final int POINTS = 160;

  /** Entries considered, at most. */
  private static final double MOST = 1e8;

  /**
   * Relative error of a rate that held so far, when it is carried on: the spread of one interval's
   * growth against the mean that steady loads show.
   */
  private static final double[] RATE_DRIFT = {0.9, 0.95, 1, 1.05, 1.1};

  /** Weights below this one change no figure. */
  private static final double NEGLIGIBLE = 1e-7;

  private final double[] first;
  private final double[] last;
  private final double[] weight;

  private final double logWeight;
  private final Clock clock;

  private EntriesLine(
      double[] first, double[] last, double[] weight, double logWeight, Clock clock) {
    this.first = first;
    this.last = last;
    this.weight = weight;
    this.logWeight = logWeight;
    this.clock = clock;
  }

  /**
   * Reads a series.
   *
   * @param rate sampling interval, bytes
   * @return null where nothing bounds the entries
   */
  static @Nullable EntriesLine of(
      SiteHistory history, Growth growth, CapacityCurve curve, Clock clock, long rate) {
    LineEvidence evidence = new LineEvidence(history, growth, curve, clock, rate);
    double top = evidence.roughly();
    if (!(top > 0)) {
      return null;
    }
    double low = Math.log(Math.max(1, top / 30));
    double high = Math.log(Math.min(MOST, top * 30));
    List<double[]> cells = new ArrayList<>();
    double best = Double.NEGATIVE_INFINITY;
    for (int round = 0; round < 2; round++) {
      cells.clear();
      best = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < POINTS; i++) {
        double n1 = Math.exp(low + (high - low) * (i + 0.5) / POINTS);
        for (int j = 0; j < POINTS; j++) {
          double n0 = n1 * (j + 0.5) / POINTS * 1.25;
          double log = evidence.logLikelihood(n0, n1);
          best = Math.max(best, log);
          cells.add(new double[] {n0, n1, log});
        }
      }
      double least = Double.POSITIVE_INFINITY;
      double most = 0;
      for (double[] cell : cells) {
        if (cell[2] > best - 12) {
          least = Math.min(least, cell[1]);
          most = Math.max(most, cell[1]);
        }
      }
      double step = (high - low) / POINTS;
      low = Math.log(least) - step;
      high = Math.log(most) + step;
    }
    double[] first = new double[cells.size()];
    double[] last = new double[cells.size()];
    double[] weight = new double[cells.size()];
    for (int i = 0; i < first.length; i++) {
      first[i] = cells.get(i)[0];
      last[i] = cells.get(i)[1];
      weight[i] = Math.exp(cells.get(i)[2] - best);
    }
    double sum = Arrays.stream(weight).sum();
    double cell = (high - low) / POINTS / POINTS;
    return new EntriesLine(
        first, last, normalized(weight, sum), best + Math.log(sum * cell), clock);
  }

  /**
   * Adds the weighted values that a figure of the entries may have at some time.
   *
   * @param position on the clock of this line
   */
  void at(double position, DoubleUnaryOperator figure, double share, Weighted values) {
    double[] drifts = position > 1 ? RATE_DRIFT : new double[] {1};
    for (int i = 0; i < weight.length; i++) {
      if (weight[i] > NEGLIGIBLE) {
        for (double drift : drifts) {
          values.add(figure.applyAsDouble(entries(i, position, drift)), weight[i] * share);
        }
      }
    }
  }

  /**
   * Adds the seconds after the last profile until the entries reach what {@code target} is, given
   * those at the last.
   */
  void until(DoubleUnaryOperator target, double share, Weighted values) {
    for (int i = 0; i < weight.length; i++) {
      if (weight[i] > NEGLIGIBLE) {
        double slope = last[i] - first[i];
        double left = target.applyAsDouble(last[i]) - last[i];
        double seconds =
            left <= 0 ? 0 : slope <= 0 ? Weighted.NEVER : clock.secondsTo(1 + left / slope);
        values.add(seconds, weight[i] * share);
      }
    }
  }

  /** Log of the weight that the profiles give to all lines on this clock. */
  double logWeight() {
    return logWeight;
  }

  Clock clock() {
    return clock;
  }

  private double entries(int i, double position, double drift) {
    double slope = (last[i] - first[i]) * drift;
    return position <= 1
        ? first[i] + (last[i] - first[i]) * position
        : Math.max(0, last[i] + slope * (position - 1));
  }

  private static double[] normalized(double[] weight, double sum) {
    return Arrays.stream(weight).map(w -> w / sum).toArray();
  }
}

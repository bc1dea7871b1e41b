package io.mapleak.forecast;

import io.mapleak.unit.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Values with weights, and the narrowest interval that holds most of the weight. */
final class Weighted {
  /** A time that does not come. */
  static final double NEVER = 1e30;

  /** Weight that an interval holds. */
  private static final double COVERAGE = 0.92;

  private record Value(double value, double weight) {}

  private final List<Value> values = new ArrayList<>();

  void add(double value, double weight) {
    values.add(new Value(value, weight));
  }

  /** The narrowest interval, by the ratio of its ends, around the median. */
  Interval interval() {
    values.sort(Comparator.comparingDouble(Value::value));
    double all = values.stream().mapToDouble(Value::weight).sum();
    double median = median(all);
    double low = values.get(0).value();
    double high = values.get(values.size() - 1).value();
    double narrowest = Double.POSITIVE_INFINITY;
    double inside = 0;
    int to = 0;
    for (int from = 0; from < values.size(); from++) {
      while (to < values.size() && inside < COVERAGE * all) {
        inside += values.get(to++).weight();
      }
      if (inside < COVERAGE * all) {
        break;
      }
      double bottom = values.get(from).value();
      double top = values.get(to - 1).value();
      double width = Math.log((top + 1) / (bottom + 1));
      if (width < narrowest) {
        narrowest = width;
        low = bottom;
        high = top;
      }
      inside -= values.get(from).weight();
    }
    return new Interval(low, Math.max(low, Math.min(high, median)), high);
  }

  /** The range between equal tails, for values that may be negative. */
  Interval range() {
    values.sort(Comparator.comparingDouble(Value::value));
    double all = values.stream().mapToDouble(Value::weight).sum();
    return new Interval(
        quantile(all, (1 - COVERAGE) / 2), median(all), quantile(all, (1 + COVERAGE) / 2));
  }

  private double median(double all) {
    return quantile(all, 0.5);
  }

  private double quantile(double all, double share) {
    double sum = 0;
    for (Value value : values) {
      sum += value.weight();
      if (sum >= share * all) {
        return value.value();
      }
    }
    return values.get(values.size() - 1).value();
  }
}

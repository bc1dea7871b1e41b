package io.mapleak.forecast;

import io.mapleak.growth.Growth;
import io.mapleak.site.Sampling;
import io.mapleak.site.SiteHistory;
import io.mapleak.unit.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/** The entries of a site through time: all courses, by what the profiles say of each. */
final class Outlook {
  /** Log weight below that of the best course, at a first look, at which one is dropped. */
  private static final double OUT_OF_THE_QUESTION = 20;

  private final List<EntriesLine> lines;
  private final double[] shares;

  private Outlook(List<EntriesLine> lines) {
    this.lines = lines;
    double best = lines.stream().mapToDouble(EntriesLine::logWeight).max().orElse(0);
    shares =
        lines.stream()
            .mapToDouble(line -> Math.exp(line.logWeight() - best) * line.unit())
            .toArray();
  }

  /**
   * Reads a series.
   *
   * @param rate sampling interval, bytes
   * @return null where nothing bounds the entries
   */
  static @Nullable Outlook of(
      SiteHistory history, Growth growth, CapacityCurve curve, List<Course> courses, long rate) {
    List<EntriesLine> first = new ArrayList<>();
    List<CountLikelihood> counts = new ArrayList<>();
    List<ArrayLikelihood> arrays = new ArrayList<>();
    double best = Double.NEGATIVE_INFINITY;
    for (Course course : courses) {
      counts.add(new CountLikelihood(history, growth, course));
      arrays.add(new ArrayLikelihood(history, curve, course, new Sampling(rate)));
      int i = first.size();
      if (!(counts.get(i).roughly() > 0) && !(arrays.get(i).roughly() > 0)) {
        return null;
      }
      first.add(EntriesLine.firstLook(counts.get(i), arrays.get(i), course));
      best = Math.max(best, first.get(i).logWeight());
    }
    List<EntriesLine> lines = new ArrayList<>();
    for (int i = 0; i < first.size(); i++) {
      if (first.get(i).logWeight() > best - OUT_OF_THE_QUESTION) {
        lines.add(first.get(i).closely(counts.get(i), arrays.get(i), curve.variants()));
      }
    }
    return new Outlook(lines);
  }

  /** A figure of the entries at a profile. */
  Interval atProfile(int profile, EntriesLine.Figure figure) {
    Weighted values = new Weighted();
    for (int i = 0; i < shares.length; i++) {
      lines.get(i).at(lines.get(i).course().ofProfile(profile), figure, shares[i], values);
    }
    return values.interval();
  }

  /** Entries gained between the first profile and the last. */
  Interval gained() {
    Weighted values = new Weighted();
    for (int i = 0; i < shares.length; i++) {
      lines.get(i).gained(shares[i], values);
    }
    return values.range();
  }

  /** A figure of the entries at a time after the last profile. */
  Interval at(long time, EntriesLine.Figure figure) {
    Weighted values = new Weighted();
    for (int i = 0; i < shares.length; i++) {
      lines.get(i).at(lines.get(i).course().ofTime(time), figure, shares[i], values);
    }
    return values.interval();
  }

  /** Seconds after the last profile until the entries reach a number that depends on them. */
  Interval until(DoubleUnaryOperator target) {
    Weighted values = new Weighted();
    for (int i = 0; i < shares.length; i++) {
      lines.get(i).until(target, shares[i], values);
    }
    return values.interval();
  }
}

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
  private final List<EntriesLine> lines;
  private final double[] shares;

  private Outlook(List<EntriesLine> lines) {
    this.lines = lines;
    double best = lines.stream().mapToDouble(EntriesLine::logWeight).max().orElse(0);
    shares = lines.stream().mapToDouble(line -> Math.exp(line.logWeight() - best)).toArray();
  }

  /**
   * Reads a series.
   *
   * @return null where nothing bounds the entries
   */
  static @Nullable Outlook of(
      SiteHistory history, Growth growth, CapacityCurve curve, List<Course> courses, long rate) {
    List<EntriesLine> lines = new ArrayList<>();
    for (Course course : courses) {
      LineEvidence evidence =
          new LineEvidence(history, growth, curve, course, new Sampling(rate));
      EntriesLine line = EntriesLine.of(evidence, curve, course);
      if (line == null) {
        return null;
      }
      lines.add(line);
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

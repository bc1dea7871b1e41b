package io.mapleak.forecast;

import io.mapleak.growth.Growth;
import io.mapleak.site.Sampling;
import io.mapleak.site.SiteHistory;
import io.mapleak.unit.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The entries of a site through time: all courses, by what the profiles say of each. */
final class Outlook {
  /** Log weight below that of the best course, at a first look, at which one is dropped. */
  private static final double OUT_OF_THE_QUESTION = 20;

  /**
   * Equally likely entries that stand for all: shares are then true to a fortieth of a per cent.
   */
  private static final int DRAWS = 4096;

  /**
   * Relative error of a rate that held so far, when it is carried on: the spread of one interval's
   * growth against the mean that steady loads show.
   */
  private static final double[] RATE_DRIFT = {0.9, 0.95, 1, 1.05, 1.1};

  /** Entries that are possible: on a course, at both ends, with a variant of a curve. */
  private record Draw(Course course, CapacityCurve curve, EntriesLine.Cell cell) {
    double slope() {
      return cell.last() - cell.first();
    }

    double atProfile(int profile) {
      return cell.first() + slope() * course.ofProfile(profile);
    }

    double at(long time, double drift) {
      return Math.max(0, cell.last() + slope() * drift * (course.ofTime(time) - 1));
    }

    double figure(double entries, Figure figure) {
      return figure.of(entries, curve, cell.variant());
    }

    double secondsTo(double target) {
      double left = target - cell.last();
      return left <= 0
          ? 0
          : slope() <= 0
              ? Spread.NEVER
              : Math.min(Spread.NEVER, course.secondsTo(1 + left / slope()));
    }
  }

  /** A figure of the entries. */
  interface Figure {
    /** The entries themselves. */
    Figure ENTRIES = (entries, curve, variant) -> entries;

    /** Bytes of their arrays. */
    Figure ARRAY_BYTES = (entries, curve, variant) -> curve.arrayBytes(entries, variant);

    /** Its value at so many entries, for a variant of the curve that the arrays follow. */
    double of(double entries, CapacityCurve curve, int variant);
  }

  private final List<Draw> draws;

  private Outlook(List<EntriesLine> lines) {
    draws = drawn(lines);
  }

  /** Drawn at even steps of the weights laid end to end, so that nothing is left to chance. */
  private static List<Draw> drawn(List<EntriesLine> lines) {
    double best = lines.stream().mapToDouble(EntriesLine::logWeight).max().orElse(0);
    double all = lines.stream().mapToDouble(line -> Math.exp(line.logWeight() - best)).sum();
    List<Draw> draws = new ArrayList<>(DRAWS);
    double sum = 0;
    for (EntriesLine line : lines) {
      double ofLine = Math.exp(line.logWeight() - best) / all;
      for (EntriesLine.Cell cell : line.cells()) {
        sum += ofLine * line.share(cell);
        while (draws.size() < DRAWS && draws.size() + 0.5 < sum * DRAWS) {
          draws.add(new Draw(line.course(), line.curve(), cell));
        }
      }
    }
    return draws;
  }

  /**
   * Reads a series.
   *
   * @param rate sampling interval, bytes
   * @return null where nothing bounds the entries
   */
  static @Nullable Outlook of(
      SiteHistory history,
      Growth growth,
      List<CapacityCurve> curves,
      List<Course> courses,
      long rate) {
    List<EntriesLine> first = new ArrayList<>();
    for (Course course : courses) {
      CountLikelihood counts = new CountLikelihood(history, growth, course);
      for (CapacityCurve curve : curves) {
        ArrayLikelihood arrays = new ArrayLikelihood(history, curve, course, new Sampling(rate));
        if (!(counts.roughly() > 0) && !(arrays.roughly() > 0)) {
          return null;
        }
        first.add(EntriesLine.firstLook(counts, arrays));
      }
    }
    double best = first.stream().mapToDouble(EntriesLine::logWeight).max().orElse(0);
    List<EntriesLine> lines = new ArrayList<>();
    for (EntriesLine line : first) {
      if (line.logWeight() > best - OUT_OF_THE_QUESTION) {
        lines.add(line.closely());
      }
    }
    return new Outlook(lines);
  }

  /** A figure of the entries at a profile. */
  Interval atProfile(int profile, Figure figure) {
    return spread(draw -> draw.figure(draw.atProfile(profile), figure)).interval();
  }

  /** Entries gained between the first profile and the last. */
  Interval gained() {
    return spread(Draw::slope).range();
  }

  /** A figure of the entries at a time after the last profile. */
  Interval at(long time, Figure figure) {
    double[] values = new double[draws.size() * RATE_DRIFT.length];
    int i = 0;
    for (Draw draw : draws) {
      for (double drift : RATE_DRIFT) {
        values[i++] = draw.figure(draw.at(time, drift), figure);
      }
    }
    return new Spread(values).interval();
  }

  /**
   * Seconds after the last profile until the entries reach what {@code target} is, given those at
   * the last; an end is infinite where they may never.
   *
   * @return null where they likelier never do
   */
  @Nullable Interval until(DoubleUnaryOperator target) {
    Interval seconds =
        spread(draw -> draw.secondsTo(target.applyAsDouble(draw.cell().last()))).interval();
    if (seconds.best() >= Spread.NEVER) {
      return null;
    }
    return seconds.high() < Spread.NEVER
        ? seconds
        : new Interval(seconds.low(), seconds.best(), Double.POSITIVE_INFINITY);
  }

  private Spread spread(ToDoubleFunction<Draw> figure) {
    return new Spread(draws.stream().mapToDouble(figure).toArray());
  }
}

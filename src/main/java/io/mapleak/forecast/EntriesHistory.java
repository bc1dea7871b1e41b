package io.mapleak.forecast;

import io.mapleak.gomap.ClassicLayout;
import io.mapleak.gomap.GoVersion;
import io.mapleak.growth.Growth;
import io.mapleak.site.Sampling;
import io.mapleak.site.SiteHistory;
import io.mapleak.unit.Interval;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a site in each profile of a series.
 *
 * @param entries one interval a profile; the best guesses agree with the arrays seen
 * @param arrayBytes likewise, what arrays of so many entries are charged, whatever the hashes
 * @param gained entries, between the first profile and the last; negative where they may have
 *     fallen
 */
public record EntriesHistory(List<Interval> entries, List<Interval> arrayBytes, Interval gained) {
  /** Share of an array's range that a guess stays away from its ends. */
  private static final double MARGIN = 0.01;

  public EntriesHistory {
    entries = List.copyOf(entries);
    arrayBytes = List.copyOf(arrayBytes);
  }

  /**
   * Reads a series.
   *
   * @param times of the profiles, nanoseconds, ascending
   * @param rate sampling interval, bytes
   * @param go the release, or the nearest guess
   * @return null where nothing bounds the entries
   */
  public static @Nullable EntriesHistory of(
      SiteHistory history, Growth growth, List<Long> times, long rate, GoVersion go) {
    List<CapacityCurve> curves = Curves.of(history, go);
    if (curves.isEmpty()) {
      return null;
    }
    CapacityCurve curve = curves.get(0);
    if (times.size() == 1) {
      Interval only = history.site().entries();
      return only == null ? null : ofOne(only, curve);
    }
    Outlook outlook = Outlook.of(history, growth, curves, Course.all(times, growth), rate);
    if (outlook == null) {
      return null;
    }
    boolean hinted = history.isMadeInOnePiece(new Sampling(rate));
    double made = hinted ? history.steps().get(times.size() - 1).largest() : 0;
    List<Interval> entries = new ArrayList<>();
    List<Interval> arrays = new ArrayList<>();
    for (int i = 0; i < times.size(); i++) {
      Interval read = outlook.atProfile(i, Outlook.Figure.ENTRIES);
      entries.add(
          history.hasOneArray() && !hinted && curve instanceof ClassicCurve classic
              ? within(read, history.steps().get(i), classic)
              : read);
      arrays.add(
          outlook.atProfile(i, (n, of, variant) -> Math.max(made, of.arrayBytes(n, variant))));
    }
    return new EntriesHistory(entries, arrays, outlook.gained());
  }

  private static EntriesHistory ofOne(Interval entries, CapacityCurve curve) {
    double best = curve.arrayBytes(entries.best(), 0);
    double low = best;
    double high = best;
    for (int variant = 0; variant < curve.variants(); variant++) {
      low = Math.min(low, curve.arrayBytes(entries.low(), variant));
      high = Math.max(high, curve.arrayBytes(entries.high(), variant));
    }
    return new EntriesHistory(
        List.of(entries), List.of(new Interval(low, best, high)), Interval.exactly(0));
  }

  /** An array that is seen alive was made for more entries than the one before it holds. */
  private static Interval within(Interval read, SiteHistory.Step step, ClassicCurve curve) {
    int b = step.largest() == 0 ? -1 : curve.layout().bOf(step.largest());
    if (b < 0) {
      return read;
    }
    double low = b == 0 ? 0 : curve.growsAt(b - 1) * (1 + MARGIN);
    double high = b == ClassicLayout.MAX_B ? read.high() : curve.growsAt(b) * (1 - MARGIN);
    double best = Math.max(low, Math.min(high, read.best()));
    return new Interval(Math.min(read.low(), best), best, Math.max(read.high(), best));
  }
}

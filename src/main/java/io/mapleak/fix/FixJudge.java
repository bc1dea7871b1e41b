package io.mapleak.fix;

import io.mapleak.site.CodeLine;
import io.mapleak.site.MapSite;
import io.mapleak.site.SiteHistory;
import io.mapleak.unit.Figures;
import io.mapleak.unit.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Compares the growth of maps before and after a change. Rates, not levels: a service that was just
 * restarted is small, and a fixed one may be large.
 */
public final class FixJudge {
  /** Profiles that each series needs. */
  private static final int LEAST_PROFILES = 3;

  /** Share of the old rate below which the likeliest new one counts as none. */
  private static final double ENDED = 0.2;

  /** Share of the old rate that must be more than the new one can be. */
  private static final double MOST_AFTERWARDS = 2.0 / 3;

  /** Share of the old rate from which on a whole series shows growth, whatever its end shows. */
  private static final double SURELY_GROWS = 0.3;

  /** Share of the old rate above which it counts as unchanged. */
  private static final double GOES_ON = 0.4;

  /** Share of all bytes gained before that makes a site worth judging. */
  private static final double WORTH_IT = 0.1;

  /** Sampling intervals of memory that growth would have made, for its absence to tell. */
  private static final double SURELY_SEEN = 6;

  /** Calls between a map and objects that it may hold. */
  private static final int NEAR = 2;

  private static final double NANOS_PER_HOUR = 3.6e12;

  private final List<SiteGrowth> before;
  private final List<SiteGrowth> after;
  private final double hoursBefore;
  private final double hoursAfter;
  private final long rate;
  private final ToDoubleFunction<Set<CodeLine>> gainedAfter;

  private FixJudge(
      List<SiteGrowth> before,
      List<SiteGrowth> after,
      double hoursBefore,
      double hoursAfter,
      long rate,
      ToDoubleFunction<Set<CodeLine>> gainedAfter) {
    this.before = before;
    this.after = after;
    this.hoursBefore = hoursBefore;
    this.hoursAfter = hoursAfter;
    this.rate = rate;
    this.gainedAfter = gainedAfter;
  }

  /**
   * Judges.
   *
   * @param before sites of the series before the change
   * @param timesBefore of the profiles, nanoseconds; 0 when undated
   * @param after sites of the series after it
   * @param timesAfter likewise
   * @param rate sampling interval of the series after the change, bytes
   * @param gainedAfter live bytes that lines gained in the second half of the series after the
   *     change, for the whole of it
   */
  public static FixResult judge(
      List<SiteGrowth> before,
      List<Long> timesBefore,
      List<SiteGrowth> after,
      List<Long> timesAfter,
      long rate,
      ToDoubleFunction<Set<CodeLine>> gainedAfter) {
    String missing = missing("before", timesBefore);
    missing = missing.isEmpty() ? missing("after", timesAfter) : missing;
    if (!missing.isEmpty()) {
      return new FixResult(FixVerdict.CANNOT_TELL, List.of(), missing);
    }
    return new FixJudge(before, after, hours(timesBefore), hours(timesAfter), rate, gainedAfter)
        .result();
  }

  private static String missing(String which, List<Long> times) {
    if (times.size() < LEAST_PROFILES) {
      int more = LEAST_PROFILES - times.size();
      return which
          + " the change "
          + (more == 1 ? "1 more profile" : more + " more profiles")
          + ": a rate needs "
          + LEAST_PROFILES;
    }
    return times.get(0) == 0 || hours(times) <= 0
        ? which + " the change profiles with times: a rate needs them"
        : "";
  }

  private static double hours(List<Long> times) {
    return (times.get(times.size() - 1) - times.get(0)) / NANOS_PER_HOUR;
  }

  private FixResult result() {
    double most =
        before.stream()
            .filter(SiteGrowth::isToBeFixed)
            .mapToDouble(each -> each.growth().bytesGrown())
            .max()
            .orElse(0);
    List<SiteFix> sites = new ArrayList<>();
    before.stream()
        .filter(each -> each.isToBeFixed() && each.growth().bytesGrown() >= WORTH_IT * most)
        .sorted(Comparator.comparingDouble(each -> -each.growth().bytesGrown()))
        .forEach(each -> judge(each).ifPresent(sites::add));
    if (sites.isEmpty()) {
      return new FixResult(
          FixVerdict.CANNOT_TELL,
          sites,
          "a series from before the change in which a map surely grows: none does in this one");
    }
    FixVerdict verdict = FixVerdict.FIXED;
    for (SiteFix site : sites) {
      if (site.verdict() == FixVerdict.NOT_FIXED) {
        verdict = FixVerdict.NOT_FIXED;
      } else if (site.verdict() == FixVerdict.CANNOT_TELL && verdict == FixVerdict.FIXED) {
        verdict = FixVerdict.CANNOT_TELL;
      }
    }
    return new FixResult(verdict, sites, verdict == FixVerdict.CANNOT_TELL ? needed(sites) : "");
  }

  private Optional<SiteFix> judge(SiteGrowth grew) {
    Interval then = grew.perHour();
    if (then == null || then.best() <= 0) {
      return Optional.empty();
    }
    SiteGrowth now = match(grew);
    Interval rateNow = now == null ? null : now.perHour();
    MapSite site = grew.history().site();
    if (rateNow == null) {
      return Optional.of(unseen(grew, then));
    }
    boolean stillGrows = now != null && now.grows();
    Interval late = now == null ? null : now.latePerHour();
    if (late != null
        && !stillGrows
        && rateNow.low() < SURELY_GROWS * then.best()
        && rateNow.best() > ENDED * then.best()
        && late.best() <= ENDED * then.best()) {
      // a cache fills first: then its rest counts
      rateNow = late;
    }
    if (rateNow.best() >= GOES_ON * then.best() && (stillGrows || rateNow.low() > 0)) {
      return Optional.of(
          new SiteFix(site, then, rateNow, FixVerdict.NOT_FIXED, "it grows as it did"));
    }
    if (rateNow.high() <= MOST_AFTERWARDS * then.best()
        && rateNow.best() <= ENDED * then.best()
        && !stillGrows) {
      return Optional.of(
          new SiteFix(site, then, rateNow, FixVerdict.FIXED, "it does not grow any more"));
    }
    if (stillGrows && rateNow.low() > 0) {
      return Optional.of(
          new SiteFix(site, then, rateNow, FixVerdict.NOT_FIXED, "it still grows, but slower"));
    }
    return Optional.of(
        new SiteFix(
            site, then, rateNow, FixVerdict.CANNOT_TELL, "both rates are possible afterwards"));
  }

  /** The same line; or, where lines moved, the only site of the function with its slots. */
  private @Nullable SiteGrowth match(SiteGrowth grew) {
    MapSite site = grew.history().site();
    List<SiteGrowth> ofFunction = new ArrayList<>();
    for (SiteGrowth each : after) {
      MapSite other = each.history().site();
      if (other.at().equals(site.at())) {
        return each;
      }
      boolean sameSlot = site.slotBytes() == null || site.slotBytes().equals(other.slotBytes());
      if (other.at().function().equals(site.at().function()) && sameSlot) {
        ofFunction.add(each);
      }
    }
    return ofFunction.size() == 1 ? ofFunction.get(0) : null;
  }

  /**
   * A map that is not seen after the change: would its memory, and that of the objects beside it,
   * be seen to grow, had it gone on?
   */
  private SiteFix unseen(SiteGrowth grew, Interval then) {
    Set<CodeLine> lines = new HashSet<>();
    lines.add(grew.history().site().at());
    double gained = 0;
    int last = grew.history().steps().size() - 1;
    for (SiteHistory.Trail trail : grew.growth().companions()) {
      if (trail.distance() <= NEAR || grew.growth().witnesses().contains(trail)) {
        lines.add(trail.at());
        gained += trail.liveBytes().get(last) - trail.liveBytes().get(0);
      }
    }
    SiteHistory history = grew.history();
    gained += history.steps().get(last).liveBytes() - history.steps().get(0).liveBytes();
    double expected = gained / hoursBefore * hoursAfter;
    boolean gone =
        expected > SURELY_SEEN * rate && gainedAfter.applyAsDouble(lines) <= ENDED * expected;
    return new SiteFix(
        history.site(),
        then,
        gone ? new Interval(0, 0, ENDED * then.best()) : null,
        gone ? FixVerdict.FIXED : FixVerdict.CANNOT_TELL,
        gone
            ? "no map of that line is seen any more, and what it held does not grow"
            : "no map of that line is seen, but none need be in so short a time");
  }

  private String needed(List<SiteFix> sites) {
    double longest = 1;
    for (SiteFix site : sites) {
      Interval now = site.afterPerHour();
      double half = now == null ? site.beforePerHour().best() : (now.high() - now.low()) / 2;
      longest =
          Math.max(longest, half / (MOST_AFTERWARDS * Math.max(1e-9, site.beforePerHour().best())));
    }
    double hours = hoursAfter * Math.min(100, Math.max(2, longest));
    return "a series of about "
        + Figures.duration(hours * 3600)
        + " after the change, under the same load";
  }
}

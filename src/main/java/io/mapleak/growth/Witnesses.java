package io.mapleak.growth;

import io.mapleak.site.CodeLine;
import io.mapleak.site.SiteHistory;
import io.mapleak.unit.Interval;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Chooses the companions of a map that count its entries. */
final class Witnesses {
  /** Companions within this distance may be entries' keys and values. */
  private static final int NEAR = 3;

  /** Companions within this distance are made by the map's own function or its caller. */
  private static final int OWN = 1;

  /** Samples that make a companion a witness. */
  static final double LEAST_SAMPLES = 6;

  /**
   * Objects of another function of which none ever died, sampled, that must be kept by something
   * that grows.
   */
  private static final double SURELY_ALIVE = 20;

  /** Share of the objects ever made that are alive if none died, sampling error included. */
  private static final double NOTHING_DIED = 0.98;

  /** Part of what the arrays were grown for that a witness must have reached. */
  private static final double LEAST_PART = 0.5;

  /** Part of it that a witness may have reached. */
  private static final double MOST_PART = 1.25;

  /** The same on the map's own line: there may be several objects for each entry. */
  private static final double MOST_PART_OF_LINE = 4;

  private final Map<CodeLine, Integer> nearest = new HashMap<>();

  /** Takes all sites of a series: each companion is a witness for the nearest map only. */
  Witnesses(List<SiteHistory> histories) {
    for (SiteHistory history : histories) {
      for (SiteHistory.Trail trail : history.companions()) {
        nearest.merge(trail.at(), trail.distance(), Math::min);
      }
    }
  }

  /** The companions that are nearer to no other map. */
  List<SiteHistory.Trail> nearest(SiteHistory history) {
    return history.companions().stream()
        .filter(t -> nearest.getOrDefault(t.at(), t.distance()) == t.distance())
        .toList();
  }

  /** The nearest companions that agree with the arrays, the most numerous first. */
  List<SiteHistory.Trail> of(SiteHistory history, ArrayTrend arrays) {
    List<SiteHistory.Trail> witnesses = new ArrayList<>();
    int last = history.steps().size() - 1;
    for (SiteHistory.Trail trail : nearest(history)) {
      boolean asNear = witnesses.isEmpty() || witnesses.get(0).distance() == trail.distance();
      if (asNear && agrees(history, trail) && !contradicts(history, trail, arrays)) {
        witnesses.add(trail);
      }
    }
    witnesses.sort((a, b) -> Double.compare(b.live().get(last), a.live().get(last)));
    return witnesses;
  }

  /**
   * Whether a companion can't be the map's: it outgrew the arrays, or they did not grow with it.
   */
  private static boolean contradicts(
      SiteHistory history, SiteHistory.Trail trail, ArrayTrend arrays) {
    int last = history.steps().size() - 1;
    double after = trail.live().get(last);
    boolean nothingDied = after >= SURELY_ALIVE && after >= NOTHING_DIED * trail.made().get(last);
    return history.isOutgrownBy(trail)
        || (trail.distance() > OWN && !nothingDied && !ArrayEvidence.grew(history, arrays));
  }

  /** Whether a companion's number agrees with what the arrays were grown for. */
  private static boolean agrees(SiteHistory history, SiteHistory.Trail trail) {
    // arrays keep the size of the most entries there ever were
    double most = 0;
    for (double live : trail.live()) {
      most = Math.max(most, live);
    }
    if (trail.distance() > NEAR || most < LEAST_SAMPLES) {
      return false;
    }
    Interval grown = history.grown();
    double slack = 2 / Math.sqrt(most);
    double count = most * trail.weight();
    boolean sameLine = trail.at().equals(history.site().at());
    double limit = (sameLine ? MOST_PART_OF_LINE : MOST_PART) * grown.high();
    return grown.high() > 0
        && count * (1 + slack) >= LEAST_PART * grown.low()
        && count * (1 - slack) <= limit;
  }
}

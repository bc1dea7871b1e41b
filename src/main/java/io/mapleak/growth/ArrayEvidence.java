package io.mapleak.growth;

import io.mapleak.gomap.Implementation;
import io.mapleak.site.SiteHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a site's arrays say of its growth, without any entries counted. */
final class ArrayEvidence {
  /** Log odds from which on arrays are believed to go on growing: 2 to 1. */
  private static final double GROW = Math.log(2);

  /** Log odds from which on arrays and a count of few samples prove growth together: 3 to 1. */
  private static final double AGREE = Math.log(3);

  /**
   * Log odds below which arrays are taken to have come to rest, where nothing else tells: 3 to 1.
   */
  private static final double SEEM_AT_REST = -Math.log(3);

  /** Log odds below which they outweigh a count that grows: 20 to 1. */
  private static final double AT_REST = -Math.log(20);

  /** Profiles that show new arrays, from which on their times tell of growth. */
  private static final int LEAST_BIRTHS = 2;

  private ArrayEvidence() {}

  /** Whether the arrays alone are believed to go on growing. */
  static boolean grows(SiteHistory history) {
    int births = 0;
    long made = 0;
    for (SiteHistory.Step step : history.steps()) {
      births += step.madeSampled() > made ? 1 : 0;
      made = Math.max(made, step.madeSampled());
    }
    return history.goesOn() >= GROW && births >= LEAST_BIRTHS;
  }

  /** Whether they bear out a count of few samples. */
  static boolean agrees(SiteHistory history) {
    return history.goesOn() >= AGREE;
  }

  /** Whether they have come to rest. */
  static boolean rests(SiteHistory history) {
    return history.goesOn() <= AT_REST;
  }

  /** Whether they are taken to have come to rest, where no count speaks of growth. */
  static boolean seemsAtRest(SiteHistory history) {
    return history.goesOn() <= SEEM_AT_REST;
  }

  /** Whether any array that is alive may have been made while the series lasted. */
  static boolean changed(SiteHistory history) {
    SiteHistory.Step first = history.steps().get(0);
    SiteHistory.Step last = history.steps().get(history.steps().size() - 1);
    return last.liveSampled() > 0 && last.madeSampled() > first.madeSampled();
  }

  /**
   * Whether they show growth at any time, and enough of them were sampled to believe it. Tables
   * alive are few and fall by chance, so the times at which all were made may say so instead.
   */
  static boolean grew(SiteHistory history, ArrayTrend arrays) {
    if (!history.single()) {
      return blocks(history).isSignificant() || grows(history);
    }
    SiteHistory.Step last = history.steps().get(history.steps().size() - 1);
    boolean seen =
        history.site().implementation() != Implementation.SWISS
            || last.madeSampled() >= SiteHistory.LEAST_TABLES;
    return seen && (!arrays.doublings().isEmpty() || history.goesOn() > 0);
  }

  /** The number of array blocks through the series. */
  static CountTrend blocks(SiteHistory history) {
    List<Double> live = new ArrayList<>();
    List<Double> made = new ArrayList<>();
    for (SiteHistory.Step step : history.steps()) {
      live.add((double) step.liveSampled());
      made.add((double) step.madeSampled());
    }
    return CountTrend.of(live, made);
  }

  /** Most array blocks sampled alive in one profile. */
  static double mostBlocks(SiteHistory history) {
    return history.steps().stream().mapToDouble(SiteHistory.Step::liveSampled).max().orElse(0);
  }

  /** In words, why they tell neither. */
  static String undecided(SiteHistory history) {
    double odds = Math.exp(Math.abs(history.goesOn()));
    return history.goesOn() == 0
        ? "too few of its arrays were sampled to tell growth from rest"
        : String.format(
            Locale.ROOT,
            "the times at which its arrays were made fit growth that goes on as well as one that"
                + " came to rest (%.1f to 1 for %s)",
            odds,
            history.goesOn() > 0 ? "growth" : "rest");
  }

  /** In words, why they are believed to go on growing. */
  static String why(SiteHistory history, ArrayTrend arrays) {
    return String.format(
        Locale.ROOT,
        "its arrays doubled %d times in the series; the times at which they were made tell of a"
            + " growth that goes on (%.0f to 1)",
        arrays.doublings().size(),
        Math.exp(history.goesOn()));
  }
}

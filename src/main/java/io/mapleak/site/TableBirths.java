package io.mapleak.site;

import io.mapleak.gomap.SwissLayout;
import java.util.List;

/**
 * When the tables of a Swiss map were made. Hashes spread evenly, so all tables of a map split at
 * nearly the same number of entries: with 2^d tables when it passes 896 x 2^d. The profiles in
 * which new tables were sampled tell when that was.
 */
final class TableBirths {
  /** Share of births that follow no curve: deletes, tombstones and uneven hashes. */
  private static final double ELSEWHEN = 0.1;

  /**
   * Births that count in full. What bends the curve moves all of a map's splits together, so more
   * of them do not say more.
   */
  private static final double INDEPENDENT = 20;

  /** Errors of a level for which the expected tables are kept. */
  private static final double[] BLURS = {0, 0.05, 0.15, 0.35};

  /** Step of the grid of entries for which the expected tables are kept. */
  private static final double LOG_STEP = Math.log(1.01);

  /** Fewest entries of a map with a table of 1024 slots. */
  private static final double FEWEST = SwissLayout.MAX_TABLE_ENTRIES / 2.0;

  private static final double LOG_FEWEST = Math.log(FEWEST);

  /** Steps of the grid below those: what a level's error reaches up from. */
  private static final int BELOW = 200;

  /** Steps of the grid above them: up to 5e8 entries; more are taken for as many. */
  private static final int ABOVE = 1400;

  private static final double[][] MADE = made();

  /** Largest map considered for growth that goes on, entries. */
  private static final double MOST = 1e8;

  /** Of the tables of a split one dies and two are born: the first sampled is the dead one. */
  private static final double DEATH_WITHOUT_BIRTH = 1 / 3.0;

  /** Tables sampled that are new in each profile. */
  private final long[] births;

  private final List<GrowthCurve> curves;

  /**
   * Takes the births.
   *
   * @param made tables of 1024 slots sampled since the process began, in each profile
   * @param curves ways in which the map may have grown
   */
  TableBirths(List<Long> made, List<GrowthCurve> curves) {
    births = new long[made.size()];
    for (int i = 0; i < births.length; i++) {
      births[i] = Math.max(0, made.get(i) - (i == 0 ? 0 : made.get(i - 1)));
    }
    this.curves = curves;
  }

  /** Log likelihood of the times of the births for a number of entries in the newest profile. */
  double logLikelihood(double entries) {
    return GrowthCurve.mixture(curves, curve -> logLikelihood(entries, curve));
  }

  /**
   * Log odds that the map goes on growing.
   *
   * @param live tables alive and sampled
   * @param dead tables sampled that are gone
   * @param vanished of those, tables that died in steps that made none
   * @param p probability that a table is sampled
   */
  double goesOn(long live, long dead, long vanished, double p) {
    long all = live + dead;
    double deaths = vanished * Math.log(DEATH_WITHOUT_BIRTH);
    double counted = Math.min(INDEPENDENT, all);
    // the same counts by maps of any age: each share of live ones alike, and births at any time
    double anew = -Math.log(all + 1.0) - logChoose(all, live) - counted * Math.log(births.length);
    return GrowthOdds.of(
        births.length,
        FEWEST,
        MOST,
        n -> {
          double tables = TableNumber.mean(n);
          return EntriesPosterior.seen(live, tables, p)
              + EntriesPosterior.seen(dead, tables - 1, p)
              + deaths;
        },
        this::logLikelihood,
        n -> EntriesPosterior.seen(all, 2 * TableNumber.mean(n) - 1, p) + anew);
  }

  private static double logChoose(long n, long k) {
    return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
  }

  /** Stirling's series; the error is below 6e-4 at 1, and 3e-5 from 2 on. */
  static double logFactorial(double n) {
    return n < 1
        ? 0
        : n * Math.log(n)
            - n
            + Math.log(2 * Math.PI * n) / 2
            + 1 / (12 * n)
            - 1 / (360 * n * n * n);
  }

  private double logLikelihood(double entries, GrowthCurve curve) {
    int last = births.length - 1;
    double sampled = 0;
    double logEntries = Math.log(entries);
    double all = Math.max(1, expected(logEntries, 0));
    double log = 0;
    double before = 0;
    for (int i = 0; i <= last; i++) {
      double now =
          Math.min(all, expected(logEntries + curve.logLevels().get(i), curve.errors().get(i)));
      if (births[i] > 0) {
        double share = Math.max(0, (i == last ? all : now) - before) / all;
        sampled += births[i];
        log += births[i] * Math.log((1 - ELSEWHEN) * share + ELSEWHEN / births.length);
      }
      before = Math.max(before, now);
    }
    return log * Math.min(1, INDEPENDENT / Math.max(1, sampled));
  }

  /** Tables of 1024 slots made, dead and alive, by a map that has held so many entries. */
  private static double expected(double logEntries, double error) {
    int at = (int) Math.round((Math.max(logEntries, 0) - LOG_FEWEST) / LOG_STEP);
    int blur = 0;
    while (blur + 1 < BLURS.length && error >= (BLURS[blur] + BLURS[blur + 1]) / 2) {
      blur++;
    }
    return at < -BELOW ? 0 : MADE[blur][BELOW + Math.min(at, ABOVE - 1)];
  }

  private static double[][] made() {
    double[][] made = new double[BLURS.length][BELOW + ABOVE];
    for (int blur = 0; blur < BLURS.length; blur++) {
      for (int at = 0; at < BELOW + ABOVE; at++) {
        double log = (at - BELOW) * LOG_STEP;
        double sum = 0;
        double weights = 0;
        for (double z = -2; z <= 2; z += 0.25) {
          double entries = FEWEST * Math.exp(log + z * BLURS[blur]);
          double weight = Math.exp(-z * z / 2);
          sum += entries < FEWEST ? 0 : weight * (2 * TableNumber.mean(entries) - 1);
          weights += weight;
        }
        made[blur][at] = sum / weights;
      }
    }
    return made;
  }
}

package io.mapleak.site;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What companions say of the number of entries. Nobody tells which of them come one to an entry, so
 * each is believed to do so with some probability only, the less the further away it is allocated;
 * numbers of entries near its count gain.
 */
final class CompanionCount {
  /** Probability that a companion comes one to an entry, by its distance in calls. */
  private static final double[] ONE_TO_ONE = {0.6, 0.55, 0.5, 0.3, 0.15, 0.05};

  /** Companions with fewer samples say too little. */
  private static final double LEAST_SAMPLED = 3;

  /**
   * Spread, relative, that even an exact one to one count has by entries made and not yet stored,
   * and by sharing.
   */
  private static final double SLACK = 0.04;

  /** Without a companion the count could be anywhere within two orders of magnitude. */
  private static final double LOG_RANGE = Math.log(100);

  /**
   * Entries that a map was grown for, at most, over those it holds, where entries come and go:
   * deleted slots of a Swiss map count until its tables have doubled once (golang/go#70886).
   */
  private static final double MOST_GROWN = 2;

  /** Companions of which less than this share survives belong to maps with deletes. */
  static final double SURVIVAL_WITHOUT_DELETES = 0.8;

  private CompanionCount() {}

  /**
   * Likelihood of the companions' counts, up to a constant, if the map was grown for {@code
   * entries} entries.
   */
  static double likelihood(List<Companion> companions, double entries, boolean shrinks) {
    double product = 1;
    for (Companion c : companions) {
      if (counts(c)) {
        double belief = ONE_TO_ONE[c.distance()];
        double error = Math.sqrt(c.error() * c.error() + SLACK * SLACK);
        double density =
            density(
                Math.log(entries / c.count()),
                error,
                !shrinks && c.survival() < SURVIVAL_WITHOUT_DELETES);
        product *= 1 - belief + belief * density * LOG_RANGE;
      }
    }
    return product;
  }

  /**
   * Normal around the count; with deletes the map may have been grown for up to {@link #MOST_GROWN}
   * times as many.
   */
  private static double density(double log, double error, boolean deletes) {
    double width = deletes ? Math.log(MOST_GROWN) : 0;
    double z = (log < 0 ? log : Math.max(0, log - width)) / error;
    return Math.exp(-z * z / 2) / (error * Math.sqrt(2 * Math.PI) + width);
  }

  /** Whether a companion has enough samples, near enough, to count with it. */
  static boolean counts(Companion c) {
    return c.sampled() >= LEAST_SAMPLED && c.distance() < ONE_TO_ONE.length;
  }

  /** The nearest companion to count with, or null. */
  static @Nullable Companion nearest(List<Companion> companions) {
    for (Companion c : companions) {
      if (counts(c)) {
        return c;
      }
    }
    return null;
  }
}

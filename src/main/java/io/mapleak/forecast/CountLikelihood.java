package io.mapleak.forecast;

import io.mapleak.growth.Growth;
import io.mapleak.site.SiteHistory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How likely the samples of the objects beside a map are, if its entries follow a course: each
 * companion comes one to an entry, or says nothing. Those that agree with each other make each
 * other believable.
 */
final class CountLikelihood {
  /** Companions looked at, the nearest and most numerous. */
  private static final int MOST = 8;

  /** Samples alive at some time that make one worth it. */
  private static final double LEAST_SAMPLES = 4;

  /** Probability that a witness of the growth comes one to an entry. */
  private static final double WITNESS = 0.9;

  /** The same of other companions, by their distance in calls. */
  private static final double[] BY_DISTANCE = {0.6, 0.6, 0.5, 0.4, 0.25, 0.15};

  /** Log range over which a companion that does not come one to an entry may lie. */
  private static final double LOG_RANGE = Math.log(100);

  /** Noise up to which a count is taken to only grow. */
  private static final double ONLY_GROWS = 1.5;

  /** Expected samples are never quite none. */
  private static final double LEAST_EXPECTED = 0.02;

  /**
   * A companion.
   *
   * @param weight objects that one sample stands for
   * @param atFirst samples alive in the first profile
   * @param gained samples gained since
   * @param ofShape log likelihood of when they were gained
   * @param noise variance of what is gained over that of a Poisson variable
   * @param logLinked log probability that it comes one to an entry
   * @param logUnlinked log probability that it does not, with the likelihood of its samples then
   */
  private record Counted(
      double weight,
      double atFirst,
      double gained,
      double ofShape,
      double noise,
      double logLinked,
      double logUnlinked) {
    double linked(double n0, double n1) {
      double grown = Math.max(0, n1 - n0);
      return (poisson(atFirst, n0 / weight) + poisson(gained, grown / weight) + ofShape) / noise;
    }
  }

  private final List<Counted> counted = new ArrayList<>();
  private final double roughly;

  CountLikelihood(SiteHistory history, Growth growth, Course course) {
    List<SiteHistory.Trail> trails = new ArrayList<>(growth.witnesses());
    growth.companions().stream()
        .filter(t -> !growth.witnesses().contains(t) && !history.isOutgrownBy(t))
        .sorted(Comparator.comparingInt(SiteHistory.Trail::distance))
        .forEach(trails::add);
    int last = course.profiles() - 1;
    for (SiteHistory.Trail trail : trails) {
      if (counted.size() < MOST && most(trail) >= LEAST_SAMPLES) {
        double probability =
            growth.witnesses().contains(trail)
                ? WITNESS
                : BY_DISTANCE[Math.min(trail.distance(), BY_DISTANCE.length - 1)];
        counted.add(counted(trail, course, probability));
      }
    }
    SiteHistory.Trail first = growth.counted();
    roughly = first == null ? 0 : first.count(last);
  }

  private static double most(SiteHistory.Trail trail) {
    return trail.live().stream().mapToDouble(Double::doubleValue).max().orElse(0);
  }

  private static Counted counted(SiteHistory.Trail trail, Course course, double probability) {
    double noise = noise(trail);
    double gained = 0;
    double ofShape = 0;
    for (int i = 1; i < course.profiles(); i++) {
      double more = Math.max(0, trail.live().get(i) - trail.live().get(i - 1));
      double share = course.ofProfile(i) - course.ofProfile(i - 1);
      gained += more;
      ofShape += more * Math.log(Math.max(LEAST_EXPECTED / 100, share));
    }
    if (noise > ONLY_GROWS) {
      // ups and downs say nothing of when it was gained
      gained = Math.max(0, trail.live().get(course.profiles() - 1) - trail.live().get(0));
      ofShape = 0;
    }
    Counted alone = new Counted(trail.weight(), trail.live().get(0), gained, ofShape, noise, 0, 0);
    double n0 = Math.max(trail.count(0), trail.weight());
    double n1 = n0 + (gained + 1) * trail.weight();
    double spread = Math.sqrt(1 + most(trail));
    // as likely as any line, had it nothing to do with the entries
    double unlinked = alone.linked(n0, n1) - 2 * Math.log(LOG_RANGE * spread / 2.5);
    return new Counted(
        trail.weight(),
        trail.live().get(0),
        gained,
        ofShape,
        alone.noise(),
        Math.log(probability),
        Math.log(1 - probability) + unlinked);
  }

  /** What is born and dies adds to the variance of what is gained. */
  private static double noise(SiteHistory.Trail trail) {
    int last = trail.live().size() - 1;
    double gained = trail.live().get(last) - trail.live().get(0);
    double born = trail.made().get(last) - trail.made().get(0);
    return Math.max(1, (2 * born - gained) / Math.max(1, gained));
  }

  /** Entries at the end as the first witness counts them; 0 where there is none. */
  double roughly() {
    return roughly;
  }

  /** Log likelihood of the counts for so many entries at both ends, up to a constant. */
  double logLikelihood(double n0, double n1) {
    double log = 0;
    for (Counted each : counted) {
      double a = each.logLinked() + each.linked(n0, n1);
      double b = each.logUnlinked();
      double max = Math.max(a, b);
      log += max + Math.log(Math.exp(a - max) + Math.exp(b - max));
    }
    return log;
  }

  private static double poisson(double count, double mean) {
    double m = Math.max(mean, LEAST_EXPECTED);
    return count * Math.log(m) - m;
  }
}

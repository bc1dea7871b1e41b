package io.mapleak.forecast;

import io.mapleak.site.Sampling;
import io.mapleak.site.SiteHistory;
import java.util.ArrayList;
import java.util.List;

/**
 * How likely the arrays of several maps are, or the tables of one, or a trie's nodes, by when they
 * were made and how many live. Sampled blocks are the same from profile to profile, so what is
 * independent, and Poisson, is the number of new ones.
 */
final class BlocksLikelihood {
  /** Expected samples are never quite none. */
  private static final double LEAST_EXPECTED = 0.02;

  /** Probability of being sampled from which on a count is no Poisson variable any more. */
  private static final double OFTEN = 0.5;

  /** Blocks of one size. */
  private static final class Size {
    private final CapacityCurve.Blocks blocks;
    private final double probability;
    private final long live;
    private final long dead;

    /** Sampled blocks that are new in each profile. */
    private final long[] born;

    Size(
        SiteHistory.Rung rung,
        List<SiteHistory.Step> steps,
        CapacityCurve curve,
        Sampling sampling) {
      blocks = curve.blocks(rung.bytes());
      probability = sampling.probability(rung.bytes());
      live = rung.liveSampled();
      dead = Math.max(0, rung.madeSampled() - live);
      born = new long[steps.size()];
      long before = 0;
      for (int i = 0; i < born.length; i++) {
        long now = steps.get(i).rung(rung.bytes()).madeSampled();
        born[i] = Math.max(0, now - before);
        before = now;
      }
    }

    double logLikelihood(double[] entries, int variant) {
      double alive = blocks.live(entries[entries.length - 1], variant);
      double before = 0;
      double log = 0;
      for (int i = 0; i < entries.length; i++) {
        double made = blocks.made(entries[i], variant);
        if (Double.isNaN(made)) {
          return seen(live, alive, probability);
        }
        log += seen(born[i], Math.max(0, made - before), probability);
        before = made;
      }
      double share = Math.min(0.999, Math.max(0.001, alive / Math.max(1, before)));
      return log + live * Math.log(share) + dead * Math.log1p(-share);
    }
  }

  private final CapacityCurve curve;
  private final Sampling sampling;
  private final List<Size> sizes = new ArrayList<>();

  BlocksLikelihood(SiteHistory history, CapacityCurve curve, Sampling sampling) {
    this.curve = curve;
    this.sampling = sampling;
    List<SiteHistory.Step> steps = history.steps();
    for (SiteHistory.Rung rung : steps.get(steps.size() - 1).rungs()) {
      sizes.add(new Size(rung, steps, curve, sampling));
    }
  }

  /** Log likelihood, up to a constant, of so many entries in each profile. */
  double logLikelihood(double[] entries, int variant) {
    if (sizes.isEmpty()) {
      double bytes = curve.arrayBytes(entries[entries.length - 1], variant);
      return Math.log1p(-sampling.probability(bytes));
    }
    double log = 0;
    for (Size size : sizes) {
      log += size.logLikelihood(entries, variant);
    }
    return Math.max(ArrayLikelihood.IMPOSSIBLE * sizes.size(), log);
  }

  /** Log likelihood of seeing {@code count} of {@code n} blocks, up to a constant. */
  private static double seen(double count, double n, double p) {
    if (p < OFTEN) {
      double mean = Math.max(n * p, LEAST_EXPECTED);
      return count * Math.log(mean) - mean;
    }
    double variance = n * p * (1 - p) + 0.1;
    double off = count - n * p;
    return -off * off / (2 * variance) - Math.log(variance) / 2;
  }
}

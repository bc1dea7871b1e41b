package io.mapleak.testing;

import io.mapleak.gomap.ClassicLayout;
import io.mapleak.gomap.SwissLayout;
import io.mapleak.site.Sampling;
import io.mapleak.site.SiteHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What a series of heap profiles samples of the arrays of one map that grows. */
public final class SampledArrays {
  private static final Sampling SAMPLING = new Sampling(GoHeap.RATE);

  private SampledArrays() {}

  /**
   * The arrays of a classic map: each is made once, and dies when the next is.
   *
   * @param entries of the map in each profile, ascending
   */
  public static List<SiteHistory.Step> classic(
      Random random, ClassicLayout layout, double... entries) {
    boolean[] sampled = new boolean[ClassicLayout.MAX_B];
    for (int b = 1; b < sampled.length; b++) {
      sampled[b] = random.nextDouble() < SAMPLING.probability(layout.arrayCharge(b));
    }
    List<SiteHistory.Step> steps = new ArrayList<>();
    for (double now : entries) {
      List<SiteHistory.Rung> rungs = new ArrayList<>();
      long live = 0;
      for (int b = 1; ClassicLayout.maxEntries(b - 1) < now; b++) {
        if (sampled[b]) {
          live = ClassicLayout.maxEntries(b) >= now ? layout.arrayCharge(b) : 0;
          rungs.add(new SiteHistory.Rung(layout.arrayCharge(b), live > 0 ? 1 : 0, 1, 0, 0));
        }
      }
      steps.add(new SiteHistory.Step(live, live > 0 ? 1 : 0, rungs.size(), 1, live, rungs));
    }
    return steps;
  }

  /**
   * The largest tables of a Swiss map: a split makes two of one.
   *
   * @param tables of 1024 slots in each profile, ascending
   */
  public static List<SiteHistory.Step> swiss(Random random, SwissLayout layout, long... tables) {
    long bytes = layout.tableCharge(SwissLayout.MAX_TABLE);
    double p = SAMPLING.probability(bytes);
    List<Boolean> live = new ArrayList<>(List.of(random.nextDouble() < p));
    long made = live.get(0) ? 1 : 0;
    List<SiteHistory.Step> steps = new ArrayList<>();
    for (long now : tables) {
      while (live.size() < now) {
        live.remove(random.nextInt(live.size()));
        for (int half = 0; half < 2; half++) {
          live.add(random.nextDouble() < p);
          made += live.get(live.size() - 1) ? 1 : 0;
        }
      }
      long seen = live.stream().filter(sampled -> sampled).count();
      steps.add(
          new SiteHistory.Step(
              seen > 0 ? bytes : 0,
              seen,
              made,
              made,
              seen * bytes / p,
              made == 0 ? List.of() : List.of(new SiteHistory.Rung(bytes, seen, made, 0, 0))));
    }
    return steps;
  }
}

package io.mapleak.analysis;

import io.mapleak.growth.SampledChange;
import io.mapleak.site.Sampling;
import io.mapleak.site.SiteHistory;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a map site holds in one profile: its arrays, and its keys and values, by block size.
 *
 * @param blocks by the line and the size of the blocks
 */
record SiteHolding(Map<String, Blocks> blocks) {
  /** Nothing: the site is not in the profile. */
  static final SiteHolding NONE = new SiteHolding(Map.of());

  SiteHolding {
    blocks = Map.copyOf(blocks);
  }

  /**
   * Blocks of one size at one line.
   *
   * @param bytes of each
   * @param weight blocks that one sample stands for
   * @param live sampled and alive
   * @param made sampled since the process began
   */
  private record Blocks(double bytes, double weight, double live, double made) {}

  /**
   * What a site holds.
   *
   * @param counted objects of another line that count its entries; null: there are none
   * @param step index of the profile in its history
   * @param rate bytes between two samples in that profile
   */
  static SiteHolding of(
      SiteHistory history, SiteHistory.@Nullable Trail counted, int step, long rate) {
    Sampling sampling = new Sampling(rate);
    Map<String, Blocks> blocks = new HashMap<>();
    for (SiteHistory.Rung rung : history.steps().get(step).rungs()) {
      double weight = 1 / sampling.probability(rung.bytes());
      blocks.put(
          "array " + rung.bytes(),
          new Blocks(rung.bytes(), weight, rung.liveSampled(), rung.madeSampled()));
    }
    for (SiteHistory.Trail trail : history.companions()) {
      double bytes = blockBytes(trail);
      boolean own = trail.at().equals(history.site().at()) || trail.equals(counted);
      if (own && bytes > 0) {
        blocks.put(
            trail.at() + " " + Math.round(bytes),
            new Blocks(bytes, trail.weight(), trail.live().get(step), trail.made().get(step)));
      }
    }
    return new SiteHolding(blocks);
  }

  private static double blockBytes(SiteHistory.Trail trail) {
    for (int step = 0; step < trail.live().size(); step++) {
      if (trail.live().get(step) > 0) {
        return trail.liveBytes().get(step) / trail.count(step);
      }
    }
    return 0;
  }

  /** Live bytes, as the profile scales them. */
  double bytes() {
    return blocks.values().stream().mapToDouble(b -> b.live * b.weight * b.bytes).sum();
  }

  /**
   * The change from here.
   *
   * @param sameProcess whether blocks of both may be the same blocks
   */
  SampledChange to(SiteHolding later, boolean sameProcess) {
    Set<String> keys = new TreeSet<>(blocks.keySet());
    keys.addAll(later.blocks.keySet());
    SampledChange sum = SampledChange.NONE;
    for (String key : keys) {
      Blocks before = blocks.get(key);
      Blocks after = later.blocks.get(key);
      Blocks any = after != null ? after : before;
      if (any != null) {
        double made = made(after) - made(before);
        sum =
            sum.plus(
                SampledChange.of(
                    any.bytes,
                    any.weight,
                    live(before),
                    live(after),
                    sameProcess ? made : Double.POSITIVE_INFINITY));
      }
    }
    return sum;
  }

  private static double live(@Nullable Blocks blocks) {
    return blocks == null ? 0 : blocks.live;
  }

  private static double made(@Nullable Blocks blocks) {
    return blocks == null ? 0 : blocks.made;
  }
}

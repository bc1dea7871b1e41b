package io.mapleak.site;

import java.util.List;

/**
 * A map site through a series of heap profiles of one process.
 *
 * @param site the site as of the newest profile
 * @param steps what its arrays were in each profile, oldest first
 * @param single whether the newest profile's arrays agree with one map
 * @param grown entries that the arrays of the newest profile were grown for
 * @param companions objects beside it that were numerous at some time, nearest first
 */
public record SiteHistory(
    MapSite site,
    List<Step> steps,
    boolean single,
    io.mapleak.unit.Interval grown,
    List<Trail> companions) {
  public SiteHistory {
    steps = List.copyOf(steps);
    companions = List.copyOf(companions);
  }

  /**
   * The arrays in one profile.
   *
   * @param largest bytes of the largest array or table alive; 0 when none was sampled
   * @param liveSampled array blocks sampled and alive
   * @param madeSampled array blocks sampled since the process began
   * @param topMade of those made, blocks of the largest size
   * @param liveBytes live bytes of arrays, as the profile scales them
   */
  public record Step(
      long largest, long liveSampled, long madeSampled, long topMade, double liveBytes) {}

  /**
   * A companion through the series.
   *
   * @param at the line that allocates it
   * @param distance calls between its function and the site's; 0: the same function
   * @param weight objects that one sample stands for
   * @param live samples alive in each profile, oldest first
   * @param made samples since the process began, likewise
   * @param liveBytes live bytes, likewise
   */
  public record Trail(
      CodeLine at,
      int distance,
      double weight,
      List<Double> live,
      List<Double> made,
      List<Double> liveBytes) {
    public Trail {
      live = List.copyOf(live);
      made = List.copyOf(made);
      liveBytes = List.copyOf(liveBytes);
    }

    /** Live objects in one profile. */
    public double count(int step) {
      return live.get(step) * weight;
    }
  }

  /** Live bytes of the site in one profile: its arrays, and the companions of its own line. */
  public double retained(int step) {
    double bytes = steps.get(step).liveBytes();
    for (Trail trail : companions) {
      bytes += trail.at().equals(site.at()) ? trail.liveBytes().get(step) : 0;
    }
    return bytes;
  }
}

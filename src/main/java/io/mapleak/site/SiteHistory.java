package io.mapleak.site;

import io.mapleak.gomap.ClassicLayout;
import io.mapleak.gomap.Implementation;
import io.mapleak.gomap.SwissLayout;
import io.mapleak.unit.Interval;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A map site through a series of heap profiles of one process.
 *
 * @param site the site as of the newest profile
 * @param steps what its arrays were in each profile, oldest first
 * @param single whether the newest profile's arrays agree with one map
 * @param grown entries that the arrays of the newest profile were grown for
 * @param goesOn log odds, by the times at which arrays were made, that the maps go on growing; 0
 *     when those times tell nothing
 * @param companions objects beside it that were numerous at some time, nearest first
 * @param otherSlotBytes another slot size that fits the same blocks, with other entries, and that
 *     is nearly as common; null when there is none
 */
public record SiteHistory(
    MapSite site,
    List<Step> steps,
    boolean single,
    Interval grown,
    double goesOn,
    List<Trail> companions,
    @Nullable Integer otherSlotBytes) {
  /** Table blocks sampled that make it believable whether tables were added. */
  public static final long LEAST_TABLES = 6;

  /**
   * Tables that died while none was made, sampled, from which on maps were dropped: by chance one
   * time in 700.
   */
  private static final double MOST_VANISHED = 6;

  /**
   * Tables that died, sampled, while none lived from one profile to the next, from which on the map
   * is built anew between profiles. A growing map keeps most of its tables through a step: if it
   * keeps four in ten only, none of five lives on one time in 13.
   */
  private static final long NONE_SURVIVES = 5;

  /** Dead tables beyond those of splits, in standard deviations, that show dropped maps. */
  private static final double MANY_DEAD = 2.5;

  /**
   * An array holds from half of what it was grown for to all of it, and 10 % for what is not stored
   * yet.
   */
  private static final double MOST_WITHIN_ARRAY = 2.2;

  /** Probability of being sampled that makes it tell something that a block was not. */
  private static final double SURELY_SAMPLED = 0.95;

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
   * @param rungs the sizes of arrays or tables seen, smallest first
   */
  public record Step(
      long largest,
      long liveSampled,
      long madeSampled,
      long topMade,
      double liveBytes,
      List<Rung> rungs) {
    public Step {
      rungs = List.copyOf(rungs);
    }

    /** The arrays of one size; nothing but zeros where none was seen. */
    public Rung rung(long bytes) {
      for (Rung rung : rungs) {
        if (rung.bytes() == bytes) {
          return rung;
        }
      }
      return new Rung(bytes, 0, 0, 0, 0);
    }
  }

  /**
   * Arrays or tables of one size.
   *
   * @param bytes of each
   * @param liveSampled sampled and alive
   * @param madeSampled sampled since the process began
   * @param deadBytes bytes allocated and gone, as the profile scales them
   * @param twins samples beyond the first of one visible stack: hidden frames, as those of a
   *     table's split to the left and to the right, tell them apart
   */
  public record Rung(long bytes, long liveSampled, long madeSampled, double deadBytes, int twins) {}

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

  /** Whether the site is one classic map, whose largest array tells its capacity. */
  public boolean hasOneArray() {
    return single && site.implementation() == Implementation.CLASSIC;
  }

  /**
   * Whether the one array was made at its size by a hint: the array of half the size, which growth
   * would have made before, was never sampled, although it surely would have been.
   */
  public boolean isMadeInOnePiece(Sampling sampling) {
    Step last = steps.get(steps.size() - 1);
    if (!hasOneArray() || last.largest() == 0) {
      return false;
    }
    boolean grown = false;
    for (Rung rung : last.rungs()) {
      grown |= rung.bytes() != last.largest() && rung.madeSampled() > 0;
    }
    return !grown && sampling.probability(last.largest() / 2.0) >= SURELY_SAMPLED;
  }

  /** Whether the arrays seen carry malloc headers, as far as their sizes tell. */
  public boolean arraysHaveHeaders(int slotBytes) {
    int with = 0;
    int without = 0;
    for (Rung rung : steps.get(steps.size() - 1).rungs()) {
      if (site.implementation() == Implementation.SWISS) {
        with += new SwissLayout(slotBytes, true).capacityOf(rung.bytes()) > 0 ? 1 : 0;
        without += new SwissLayout(slotBytes, false).capacityOf(rung.bytes()) > 0 ? 1 : 0;
      } else {
        with += new ClassicLayout(slotBytes, true).bOf(rung.bytes()) >= 0 ? 1 : 0;
        without += new ClassicLayout(slotBytes, false).bOf(rung.bytes()) >= 0 ? 1 : 0;
      }
    }
    return with >= without;
  }

  /**
   * Whether the site is a sync.Map of Go 1.24 or newer, whose blocks come and go with its entries.
   */
  public boolean isTrie() {
    return site.implementation() == Implementation.SYNC_MAP && site.slotBytes() == null;
  }

  /**
   * Whether maps of the line were dropped: far more arrays dead than growth leaves behind, or
   * arrays that died while none was made. A map that is dropped takes its entries with it; not so a
   * sync.Map, whose dirty map is copied and dropped while its entries live on.
   */
  public boolean isRebuilt() {
    if (site.implementation() == Implementation.SYNC_MAP) {
      return false;
    }
    Step last = steps.get(steps.size() - 1);
    if (site.implementation() != Implementation.SWISS) {
      return single && last.topMade() > 2 && last.topMade() > 2 * last.liveSampled();
    }
    double dead = last.madeSampled() - last.liveSampled();
    return vanished(steps) >= MOST_VANISHED
        || diedWithoutSurvivors(steps) >= NONE_SURVIVES
        || dead > last.liveSampled() + MANY_DEAD * Math.sqrt(last.madeSampled());
  }

  /**
   * Arrays that died, sampled, in steps that made none. A split makes two tables for the one that
   * dies, so by chance each of them is one in three.
   */
  static long vanished(List<Step> steps) {
    long vanished = 0;
    for (int i = 1; i < steps.size(); i++) {
      boolean noneMade = steps.get(i).madeSampled() == steps.get(i - 1).madeSampled();
      vanished +=
          noneMade ? Math.max(0, steps.get(i - 1).liveSampled() - steps.get(i).liveSampled()) : 0;
    }
    return vanished;
  }

  /** Arrays that died, sampled, if none lived from one profile to the next; otherwise 0. */
  private static long diedWithoutSurvivors(List<Step> steps) {
    long died = 0;
    for (int i = 1; i < steps.size(); i++) {
      Step before = steps.get(i - 1);
      Step now = steps.get(i);
      if (now.liveSampled() > now.madeSampled() - before.madeSampled()) {
        return 0;
      }
      died += before.liveSampled();
    }
    return died;
  }

  /**
   * Whether a companion grew by more than the arrays can have taken in: an array that stays as it
   * is holds at most twice what it held.
   */
  public boolean isOutgrownBy(Trail trail) {
    int last = steps.size() - 1;
    double before = trail.live().get(lastChange());
    double after = trail.live().get(last);
    boolean known = hasOneArray() || steps.get(last).madeSampled() >= LEAST_TABLES;
    return known && after - Math.sqrt(after) > MOST_WITHIN_ARRAY * (before + Math.sqrt(before));
  }

  /** The profile that first shows the arrays as they are in the newest. */
  int lastChange() {
    int at = steps.size() - 1;
    while (at > 0) {
      Step now = steps.get(at);
      Step then = steps.get(at - 1);
      if (hasOneArray()
          ? now.largest() != then.largest()
          : now.madeSampled() != then.madeSampled()) {
        return at;
      }
      at--;
    }
    return at;
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

package io.mapleak.forecast;

import io.mapleak.growth.Growth;
import io.mapleak.site.SiteHistory;
import java.util.ArrayList;
import java.util.List;

/** Objects beside a map that come one to an entry, which each entry keeps alive. */
public final class EntryCompanions {
  /**
   * Share of the objects made for entries that is alive, below which entries were surely deleted,
   * and not only objects made in vain.
   */
  public static final double SURVIVAL_WITHOUT_DELETES = 0.9;

  /** Calls between a map and objects that may be its keys and elems. */
  public static final int NEAR = 3;

  /** The same of objects of which nearly all are alive. */
  private static final int FAR = 5;

  /** Objects to an entry, or entries to an object, up to which they are taken to be as many. */
  private static final double SAME = 1.5;

  private final List<SiteHistory.Trail> own = new ArrayList<>();
  private final List<SiteHistory.Trail> beside = new ArrayList<>();
  private final double entries;
  private final int last;

  /**
   * Finds them in the newest profile.
   *
   * @param entries in it
   */
  public EntryCompanions(SiteHistory history, Growth growth, double entries) {
    this.entries = Math.max(1, entries);
    this.last = history.steps().size() - 1;
    for (SiteHistory.Trail trail : growth.companions()) {
      if (isOneToAnEntry(trail, growth)) {
        (trail.at().equals(history.site().at()) ? own : beside).add(trail);
      }
    }
  }

  private boolean isOneToAnEntry(SiteHistory.Trail trail, Growth growth) {
    double share = trail.count(last) / entries;
    boolean kept = trail.live().get(last) >= SURVIVAL_WITHOUT_DELETES * trail.made().get(last);
    boolean as = share > 1 / SAME && share < SAME;
    return trail.distance() <= (kept ? FAR : NEAR) && (as || growth.witnesses().contains(trail));
  }

  /** Those of other lines than the map's own, the nearest first. */
  public List<SiteHistory.Trail> beside() {
    return List.copyOf(beside);
  }

  /** Mean bytes for each entry of the objects that the map's own line makes: keys and boxes. */
  public double ownBytes() {
    return own.stream().mapToDouble(this::bytes).sum();
  }

  /** Mean bytes of one of them for each entry. */
  public double bytes(SiteHistory.Trail trail) {
    return trail.liveBytes().get(last) / entries;
  }

  /** Mean bytes of all of them for each entry. */
  double allBytes() {
    return ownBytes() + beside.stream().mapToDouble(this::bytes).sum();
  }
}

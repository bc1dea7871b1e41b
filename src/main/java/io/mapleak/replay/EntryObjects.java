package io.mapleak.replay;

import io.mapleak.gomap.GoVersion;
import io.mapleak.gomap.Implementation;
import io.mapleak.gomap.SizeClasses;
import io.mapleak.growth.Growth;
import io.mapleak.simulator.workload.ObjectSize;
import io.mapleak.site.SiteHistory;

/**
 * Heap objects behind each key and each elem of a map: those allocated beside it that come one to
 * an entry.
 */
final class EntryObjects {
  /**
   * Share of the objects made for entries that is alive, below which entries were surely deleted,
   * and not only objects made in vain.
   */
  static final double SURVIVAL_WITHOUT_DELETES = 0.9;

  /** Calls between a map and objects that may be its keys and elems. */
  private static final int NEAR = 3;

  /** The same of objects of which nearly all are alive. */
  private static final int FAR = 5;

  /** Objects to an entry, or entries to an object, up to which they are taken to be as many. */
  private static final double SAME = 1.5;

  /** Distance of a mean charge from that of one size, relative, up to which they are the same. */
  private static final double ONE_SIZE = 0.02;

  /** Bytes of the box of a string, and of keys that need none. */
  private static final double STRING_BOX = 16;

  private static final double NO_BOX = 0;

  /** Bytes of a string and a pointer. */
  private static final int STRING_SLOT = 24;

  private final SiteHistory history;
  private final Growth growth;
  private final double entries;
  private final GoVersion go;
  private final int last;
  private final ObjectSize key;
  private final ObjectSize elem;

  /**
   * Takes the objects of the newest profile.
   *
   * @param entries in it
   */
  EntryObjects(SiteHistory history, Growth growth, double entries, GoVersion go) {
    this.history = history;
    this.growth = growth;
    this.entries = entries;
    this.go = go;
    last = history.steps().size() - 1;
    boolean syncMap = history.site().implementation() == Implementation.SYNC_MAP;
    // the model of a sync.Map makes the boxes of its keys itself
    double own = syncMap ? 0 : ownObject();
    double beside = 0;
    double farthest = 0;
    int distance = 0;
    for (SiteHistory.Trail trail : growth.companions()) {
      if (!trail.at().equals(history.site().at()) && isOneToAnEntry(trail)) {
        double bytes = trail.liveBytes().get(last) / entries;
        beside += bytes;
        farthest = trail.distance() > distance ? bytes : farthest;
        distance = Math.max(distance, trail.distance());
      }
    }
    boolean stringKeys = own == 0 && (syncMap ? hasStringBoxes() : hasStringKeys());
    // a string that is stored as it came was made by a caller, its value nearer by
    boolean keyFromAfar = stringKeys && distance > NEAR;
    key = size(keyFromAfar ? farthest : own);
    elem = size(keyFromAfar ? beside - farthest : beside);
  }

  ObjectSize ofKey() {
    return key;
  }

  ObjectSize ofElem() {
    return elem;
  }

  /** Whether the boxes that a sync.Map's line makes are those of strings. */
  boolean hasStringBoxes() {
    double box = ownObject();
    return Math.abs(box - STRING_BOX) < Math.abs(box - NO_BOX);
  }

  /** Whether slots have room for a string and a word, which most such slots are. */
  private boolean hasStringKeys() {
    Integer slot = history.site().slotBytes();
    return slot != null && slot >= STRING_SLOT && slot % 8 == 0;
  }

  /** Mean bytes for each entry of the objects that the map's own line makes: keys and boxes. */
  private double ownObject() {
    double bytes = 0;
    for (SiteHistory.Trail trail : growth.companions()) {
      boolean own = trail.at().equals(history.site().at());
      bytes += own && isOneToAnEntry(trail) ? trail.liveBytes().get(last) : 0;
    }
    return bytes / entries;
  }

  private boolean isOneToAnEntry(SiteHistory.Trail trail) {
    double share = trail.count(last) / entries;
    boolean kept = trail.live().get(last) >= SURVIVAL_WITHOUT_DELETES * trail.made().get(last);
    boolean as = share > 1 / SAME && share < SAME;
    return trail.distance() <= (kept ? FAR : NEAR) && (as || growth.witnesses().contains(trail));
  }

  /** The size that is charged so much, or, where none nearly is, a mean of several sizes. */
  private ObjectSize size(double charge) {
    long upper = Math.round(charge);
    while (upper > 0 && SizeClasses.charge(upper, false) != upper) {
      upper++;
    }
    long lower = Math.round(charge);
    while (lower > 0 && SizeClasses.charge(lower, false) != lower) {
      lower--;
    }
    long nearest = upper - charge <= charge - lower ? upper : lower;
    if (Math.abs(nearest - charge) > ONE_SIZE * charge) {
      return ObjectSize.mean(Math.round(charge));
    }
    boolean header =
        go.atLeast(GoVersion.FIRST_MALLOC_HEADER) && nearest > SizeClasses.MIN_WITH_HEADER;
    return ObjectSize.of(
        header && nearest <= SizeClasses.MAX_SMALL ? nearest - SizeClasses.HEADER : nearest);
  }
}

package io.mapleak.replay;

import io.mapleak.forecast.EntryCompanions;
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
  /** Distance of a mean charge from that of one size, relative, up to which they are the same. */
  private static final double ONE_SIZE = 0.02;

  /** Bytes of the box of a string, and of keys that need none. */
  private static final double STRING_BOX = 16;

  private static final double NO_BOX = 0;

  /** Bytes of a string and a pointer. */
  private static final int STRING_SLOT = 24;

  private final SiteHistory history;
  private final EntryCompanions companions;
  private final GoVersion go;
  private final ObjectSize key;
  private final ObjectSize elem;

  /**
   * Takes the objects of the newest profile.
   *
   * @param entries in it
   */
  EntryObjects(SiteHistory history, Growth growth, double entries, GoVersion go) {
    this.history = history;
    this.companions = new EntryCompanions(history, growth, entries);
    this.go = go;
    boolean syncMap = history.site().implementation() == Implementation.SYNC_MAP;
    // the model of a sync.Map makes the boxes of its keys itself
    double own = syncMap ? 0 : companions.ownBytes();
    double beside = 0;
    double farthest = 0;
    int distance = 0;
    for (SiteHistory.Trail trail : companions.beside()) {
      double bytes = companions.bytes(trail);
      beside += bytes;
      farthest = trail.distance() > distance ? bytes : farthest;
      distance = Math.max(distance, trail.distance());
    }
    boolean stringKeys = own == 0 && (syncMap ? hasStringBoxes() : hasStringKeys());
    // a string that is stored as it came was made by a caller, its value nearer by
    boolean keyFromAfar = stringKeys && distance > EntryCompanions.NEAR;
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
    double box = companions.ownBytes();
    return Math.abs(box - STRING_BOX) < Math.abs(box - NO_BOX);
  }

  /** Whether slots have room for a string and a word, which most such slots are. */
  private boolean hasStringKeys() {
    Integer slot = history.site().slotBytes();
    return slot != null && slot >= STRING_SLOT && slot % 8 == 0;
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

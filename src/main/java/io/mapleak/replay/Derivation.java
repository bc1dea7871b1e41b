package io.mapleak.replay;

import io.mapleak.forecast.EntriesHistory;
import io.mapleak.gomap.ClassicLayout;
import io.mapleak.gomap.GoVersion;
import io.mapleak.gomap.Implementation;
import io.mapleak.gomap.SizeClasses;
import io.mapleak.growth.Growth;
import io.mapleak.simulator.Models;
import io.mapleak.simulator.alternative.Alternative;
import io.mapleak.simulator.alternative.AlternativeChoice;
import io.mapleak.simulator.workload.Event;
import io.mapleak.simulator.workload.KeyChoice;
import io.mapleak.simulator.workload.Lifetime;
import io.mapleak.simulator.workload.ObjectSize;
import io.mapleak.simulator.workload.Phase;
import io.mapleak.simulator.workload.Stream;
import io.mapleak.simulator.workload.Workload;
import io.mapleak.site.GoVersionReading;
import io.mapleak.site.MapSite;
import io.mapleak.site.Sampling;
import io.mapleak.site.SiteHistory;
import io.mapleak.unit.Figures;
import io.mapleak.unit.Interval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Derives what a service did to the maps of a line from a series of profiles. */
public final class Derivation {
  /** Distance of profiles without times, nanoseconds: only their order is known. */
  private static final long UNDATED_INTERVAL = 60_000_000_000L;

  /**
   * Share of the objects made for entries that is alive, below which entries were surely deleted,
   * and not only objects made in vain.
   */
  private static final double SURVIVAL_WITHOUT_DELETES = 0.9;

  /** Operations of a run, at most: what a user waits for. */
  private static final double MOST_DELETES = 20_000_000;

  /** The same of maps that are made again and again, all changes of which are run. */
  private static final double MOST_REBUILT = 1_000_000;

  /** Lookups for each insert that keep a sync.Map's read and dirty map in step. */
  private static final double LOOKUPS = 4;

  /** Calls between a map and objects that may be its keys and elems. */
  private static final int NEAR = 3;

  /** The same of objects of which nearly all are alive. */
  private static final int FAR = 5;

  /** Objects to an entry, or entries to an object, up to which they are taken to be as many. */
  private static final double SAME = 1.5;

  /** Distance of a mean charge from that of one size, relative, up to which they are the same. */
  private static final double ONE_SIZE = 0.02;

  /** Slot of a map of which nothing tells it: a word for key and elem each. */
  private static final int USUAL_SLOT = 16;

  /** Bytes of the box of a string, and of keys that need none. */
  private static final double STRING_BOX = 16;

  private static final double NO_BOX = 0;

  /** Bytes of a string and a pointer. */
  private static final int STRING_SLOT = 24;

  private static final long NANOS = 1_000_000_000L;

  private final SiteHistory history;
  private final Growth growth;
  private final List<Long> times;
  private final GoVersion go;
  private final Sampling sampling;
  private final List<Interval> entries;
  private final boolean dated;
  private final List<String> why = new ArrayList<>();

  private Derivation(
      SiteHistory history, Growth growth, List<Long> times, long rate, GoVersionReading go) {
    this.history = history;
    this.growth = growth;
    dated = isDated(times);
    this.times = dated ? times : undated(times.size());
    this.go = release(history.site().implementation(), go);
    sampling = new Sampling(rate);
    EntriesHistory read = EntriesHistory.of(history, growth, this.times, rate, this.go);
    entries = read == null ? byArrays() : read.entries();
  }

  /**
   * Derives.
   *
   * @param times of the profiles, nanoseconds; 0 when undated
   * @param rate sampling interval, bytes
   */
  public static Derived derive(
      SiteHistory history, Growth growth, List<Long> times, long rate, GoVersionReading go) {
    return new Derivation(history, growth, times, rate, go).derived();
  }

  private static boolean isDated(List<Long> times) {
    for (int i = 1; i < times.size(); i++) {
      if (times.get(i) <= times.get(i - 1)) {
        return false;
      }
    }
    return times.get(0) > 0;
  }

  private static List<Long> undated(int profiles) {
    List<Long> times = new ArrayList<>();
    for (int i = 1; i <= profiles; i++) {
      times.add(i * UNDATED_INTERVAL);
    }
    return times;
  }

  /** A release that has the maps seen: the newest that may have written the profiles. */
  private static GoVersion release(Implementation implementation, GoVersionReading go) {
    boolean swissRelease = go.high().atLeast(GoVersion.FIRST_SWISS);
    if (implementation == Implementation.CLASSIC && swissRelease) {
      return GoVersion.of(GoVersion.FIRST_SWISS.minor() - 1);
    }
    return implementation == Implementation.SWISS && !swissRelease ? GoVersion.NEWEST : go.high();
  }

  /** Where nothing counts the entries: what the site says of them, for all profiles alike. */
  private List<Interval> byArrays() {
    Interval read = history.site().entries();
    Interval each = read == null || read.best() < 1 ? history.grown() : read;
    return times.stream().map(time -> each).toList();
  }

  private Derived derived() {
    MapSite site = history.site();
    boolean syncMap = site.implementation() == Implementation.SYNC_MAP;
    Rebuilds rebuilds = Rebuilds.of(history, sampling);
    int maps =
        rebuilds != null || history.single()
            ? 1
            : (int) Math.max(1, Math.min(100_000, site.instances()));
    EntriesPath path =
        EntriesPath.through(times, entries.stream().map(Interval::best).toList(), this::isAllowed);
    double last = Math.max(1, entries.get(entries.size() - 1).best());
    ObjectSize[] objects = objects(last);
    SlotType slot = slot(syncMap, last);
    tell(path, maps, objects[0].bytes() + objects[1].bytes());
    Workload workload =
        new Workload(
            site.at().function(),
            slot.definitions(),
            slot.type(),
            rebuilds == null ? hint() : Models.NO_HINT,
            maps,
            objects[0],
            objects[1],
            go,
            start(path),
            List.of(),
            rebuilds == null ? phases(path, syncMap) : List.of(rebuilt(rebuilds, path)));
    return new Derived(
        workload,
        syncMap ? new AlternativeChoice(Alternative.SYNC_MAP, 0) : AlternativeChoice.MAP,
        go,
        path.moments(),
        why);
  }

  private SlotType slot(boolean syncMap, double lastEntries) {
    if (syncMap) {
      return SlotType.boxed(hasStringBoxes(lastEntries));
    }
    Integer known = history.site().slotBytes();
    int bytes = known == null ? USUAL_SLOT : known;
    why.add(
        known == null
            ? "nothing tells the size of its slots: " + bytes + " bytes are taken"
            : "slots of "
                + bytes
                + " bytes, as its blocks tell; the types only stand for the size");
    return SlotType.of(
        bytes,
        history.arraysHaveHeaders(bytes) || history.site().companionBytes() > 0,
        history.site().implementation() == Implementation.SWISS);
  }

  private long hint() {
    if (!history.isMadeInOnePiece(sampling) || history.site().slotBytes() == null) {
      return Models.NO_HINT;
    }
    int slot = history.site().slotBytes();
    long bytes = history.steps().get(history.steps().size() - 1).largest();
    int b = new ClassicLayout(slot, history.arraysHaveHeaders(slot)).bOf(bytes);
    if (b < 0) {
      return Models.NO_HINT;
    }
    why.add("a hint: no array of half the size was ever made");
    return (long) ClassicLayout.maxEntries(b);
  }

  /** Heap bytes behind each key and each elem: of the objects that come one to an entry. */
  private ObjectSize[] objects(double lastEntries) {
    boolean syncMap = history.site().implementation() == Implementation.SYNC_MAP;
    // the model of a sync.Map makes the boxes of its keys itself
    double own = syncMap ? 0 : ownObject(lastEntries);
    double beside = 0;
    double farthest = 0;
    int distance = 0;
    int last = times.size() - 1;
    for (SiteHistory.Trail trail : growth.companions()) {
      if (!trail.at().equals(history.site().at()) && isOneToAnEntry(trail, lastEntries)) {
        double bytes = trail.liveBytes().get(last) / lastEntries;
        beside += bytes;
        farthest = trail.distance() > distance ? bytes : farthest;
        distance = Math.max(distance, trail.distance());
      }
    }
    boolean stringKeys = own == 0 && (syncMap ? hasStringBoxes(lastEntries) : hasStringKeys());
    if (stringKeys && distance > NEAR) {
      // a string that is stored as it came was made by a caller, its value nearer by
      return new ObjectSize[] {size(farthest), size(beside - farthest)};
    }
    return new ObjectSize[] {size(own), size(beside)};
  }

  /** Whether slots have room for a string and a word, which most such slots are. */
  private boolean hasStringKeys() {
    Integer slot = history.site().slotBytes();
    return slot != null && slot >= STRING_SLOT && slot % 8 == 0;
  }

  /** Whether the boxes that a sync.Map's line makes are those of strings. */
  private boolean hasStringBoxes(double lastEntries) {
    double box = ownObject(lastEntries);
    return Math.abs(box - STRING_BOX) < Math.abs(box - NO_BOX);
  }

  /** Mean bytes for each entry of the objects that the map's own line makes: keys and boxes. */
  private double ownObject(double lastEntries) {
    int last = times.size() - 1;
    double bytes = 0;
    for (SiteHistory.Trail trail : growth.companions()) {
      boolean own = trail.at().equals(history.site().at());
      bytes += own && isOneToAnEntry(trail, lastEntries) ? trail.liveBytes().get(last) : 0;
    }
    return bytes / lastEntries;
  }

  private boolean isOneToAnEntry(SiteHistory.Trail trail, double lastEntries) {
    int last = times.size() - 1;
    double share = trail.count(last) / lastEntries;
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

  /** Whether so many entries fit the one array seen in a profile. */
  private boolean isAllowed(int profile, double n) {
    Integer slot = history.site().slotBytes();
    long bytes = history.steps().get(profile).largest();
    if (!history.hasOneArray() || slot == null || bytes == 0) {
      return true;
    }
    int b = new ClassicLayout(slot, history.arraysHaveHeaders(slot)).bOf(bytes);
    boolean fits = n <= ClassicLayout.maxEntries(b);
    return b <= 0 || (fits && n > ClassicLayout.maxEntries(b - 1));
  }

  private @Nullable String start(EntriesPath path) {
    if (!dated) {
      return null;
    }
    long nanos = times.get(0) - path.moments().get(0);
    return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS)).toString();
  }

  private Phase rebuilt(Rebuilds rebuilds, EntriesPath path) {
    why.add(
        "about %s maps were made in the series, one after the other, as the arrays left by their"
                .formatted(Figures.about(rebuilds.count()))
            + " growth tell; at most so many are run as a user waits for");
    List<Long> moments = path.moments();
    long last = moments.get(moments.size() - 1);
    return rebuilds.phase(last, last - moments.get(0), MOST_REBUILT);
  }

  private List<Phase> phases(EntriesPath path, boolean syncMap) {
    double deletes = deletesForEachInsert();
    boolean copies =
        syncMap && !go.atLeast(GoVersion.FIRST_SWISS) && history.site().slotBytes() != null;
    List<Phase> phases = new ArrayList<>();
    long begin = 0;
    for (EntriesPath.Stretch stretch : path.stretches()) {
      List<Stream> streams = new ArrayList<>();
      double net = stretch.to() - stretch.from();
      double inserts = net > 0 ? net / (1 - deletes) : 0;
      double gone = net > 0 ? inserts - net : -net;
      Stream.Kind delete = Stream.Kind.DELETE;
      add(streams, Stream.Kind.INSERT, KeyChoice.SEQUENTIAL, inserts, stretch.nanos());
      add(
          streams,
          delete,
          net > 0 ? KeyChoice.NEWEST : delete.defaultKeys(),
          gone,
          stretch.nanos());
      List<Event> events = new ArrayList<>();
      if (copies && hasDirtyMap()) {
        add(streams, Stream.Kind.LOOKUP, KeyChoice.UNIFORM, LOOKUPS * inserts, stretch.nanos());
      } else if (copies) {
        // a range ends the dirty map: none was alive when the profiles were taken
        for (long moment : path.moments()) {
          if (moment > begin && moment <= begin + stretch.nanos()) {
            events.add(Event.at(moment - begin, Event.Action.RANGE));
          }
        }
      }
      begin += stretch.nanos();
      String name = path.stretches().size() == 1 ? "growth" : "growth-" + (phases.size() + 1);
      phases.add(new Phase(name, stretch.nanos(), streams, Lifetime.FOREVER, events));
    }
    return phases;
  }

  private static void add(
      List<Stream> streams, Stream.Kind kind, KeyChoice keys, double count, long nanos) {
    if (count >= 0.5) {
      streams.add(new Stream(kind, Rates.readable(count, nanos), keys, 0));
    }
  }

  /** Whether a sync.Map's read and dirty map are both alive. */
  private boolean hasDirtyMap() {
    SiteHistory.Step last = history.steps().get(history.steps().size() - 1);
    return last.largest() > 0 && history.site().arrayBytes().best() > 1.4 * last.largest();
  }

  /** Deletes as a share of inserts, as the objects that come one to an entry tell. */
  private double deletesForEachInsert() {
    SiteHistory.Trail counted = growth.counted();
    if (counted == null) {
      return 0;
    }
    int last = times.size() - 1;
    double survival = counted.live().get(last) / Math.max(1, counted.made().get(last));
    double most = MOST_DELETES / Math.max(1, entries.get(last).best());
    double share = survival >= SURVIVAL_WITHOUT_DELETES ? 0 : 1 - survival;
    if (share > 0 && share / (1 - share) < most) {
      why.add(
          "%s of the objects of %s:%d died: so many entries are deleted"
              .formatted(
                  Math.round(100 * share) + " %", counted.at().function(), counted.at().line()));
      return share;
    }
    return 0;
  }

  private void tell(EntriesPath path, int maps, long objects) {
    Interval newest = entries.get(entries.size() - 1);
    why.add(
        "entries %s to %s at the last profile"
            .formatted(Figures.about(newest.low()), Figures.about(newest.high())));
    if (path.moments().get(0) > 0) {
      why.add("before the first profile it is taken to have grown as in the series");
    }
    if (maps > 1) {
      why.add(maps + " maps of the line share the entries evenly");
    }
    if (objects > 0) {
      why.add("objects of " + objects + " bytes beside the arrays for each entry");
    }
    if (!dated) {
      why.add("the profiles have no times: they are taken to be a minute apart");
    }
  }
}

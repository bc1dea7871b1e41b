package io.mapleak.replay;

import io.mapleak.forecast.EntriesHistory;
import io.mapleak.forecast.EntryCompanions;
import io.mapleak.gomap.ClassicLayout;
import io.mapleak.gomap.GoVersion;
import io.mapleak.gomap.Implementation;
import io.mapleak.growth.Growth;
import io.mapleak.simulator.Models;
import io.mapleak.simulator.alternative.Alternative;
import io.mapleak.simulator.alternative.AlternativeChoice;
import io.mapleak.simulator.workload.Event;
import io.mapleak.simulator.workload.KeyChoice;
import io.mapleak.simulator.workload.Lifetime;
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

  /** Operations of a run, at most: what a user waits for. */
  private static final double MOST_DELETES = 20_000_000;

  /** The same of maps that are made again and again, all changes of which are run. */
  private static final double MOST_REBUILT = 1_000_000;

  /** Lookups for each insert that keep a sync.Map's read and dirty map in step. */
  private static final double LOOKUPS = 4;

  /** Slot of a map of which nothing tells it: a word for key and elem each. */
  private static final int USUAL_SLOT = 16;

  private static final long NANOS = 1_000_000_000L;

  private final SiteHistory history;
  private final Growth growth;
  private final List<Long> times;
  private final GoVersion go;
  private final Sampling sampling;
  private final @Nullable EntriesHistory read;
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
    // maps that are dropped take their entries with them: no course goes through those
    read =
        history.isRebuilt() ? null : EntriesHistory.of(history, growth, this.times, rate, this.go);
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
    EntryObjects objects = new EntryObjects(history, growth, last, go);
    SlotType slot = syncMap ? SlotType.boxed(objects.hasStringBoxes()) : slot();
    if (rebuilds == null && history.isRebuilt()) {
      why.add(
          "its maps are dropped and built again: each profile is taken to have as many entries");
    }
    tell(path, maps, objects.ofKey().bytes() + objects.ofElem().bytes());
    Workload workload =
        new Workload(
            site.at().function(),
            slot.definitions(),
            slot.type(),
            rebuilds == null ? hint() : Models.NO_HINT,
            maps,
            objects.ofKey(),
            objects.ofElem(),
            go,
            start(path),
            List.of(),
            rebuilds == null ? phases(path, syncMap) : List.of(rebuilt(rebuilds, path)));
    return new Derived(
        workload,
        syncMap ? new AlternativeChoice(Alternative.SYNC_MAP, 0) : AlternativeChoice.MAP,
        go,
        path.moments(),
        rebuilds == null ? read : null,
        why);
  }

  private SlotType slot() {
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
    double share = survival >= EntryCompanions.SURVIVAL_WITHOUT_DELETES ? 0 : 1 - survival;
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

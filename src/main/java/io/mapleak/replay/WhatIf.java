package io.mapleak.replay;

import io.mapleak.gomap.GoType;
import io.mapleak.gomap.GoVersion;
import io.mapleak.gomap.MapType;
import io.mapleak.gomap.syntax.GoTypes;
import io.mapleak.gomap.syntax.TypeException;
import io.mapleak.simulator.alternative.Alternative;
import io.mapleak.simulator.alternative.AlternativeChoice;
import io.mapleak.simulator.alternative.Design;
import io.mapleak.simulator.workload.Event;
import io.mapleak.simulator.workload.Lifetime;
import io.mapleak.simulator.workload.ObjectSize;
import io.mapleak.simulator.workload.Outcome;
import io.mapleak.simulator.workload.Simulator;
import io.mapleak.simulator.workload.Workload;
import io.mapleak.unit.Figures;
import java.util.ArrayList;
import java.util.List;

/** Runs changes of a workload: what each remedy would save. */
public final class WhatIf {
  /** A change whose size nobody tells is tried at this share of the time, or of the entries. */
  private static final int USUAL_PART = 10;

  /** Heap bytes of an elem up to which it may stand in the map itself. */
  private static final long LARGEST_INLINE = GoType.MAX_INLINE;

  private static final String POINTER = "*Value";
  private static final String EMPTY = "struct{}";
  private static final String INLINE = "Inline";

  private final Workload workload;
  private final AlternativeChoice choice;
  private final GoVersion go;
  private final long most;
  private final Sizes sizes;
  private final List<Variant> variants = new ArrayList<>();

  /**
   * What the changes are tried with; 0: a tenth of the workload.
   *
   * @param ttlNanos lifetime of entries, and time between rebuilds or clears
   * @param bound entries that a bounded map keeps
   */
  public record Sizes(long ttlNanos, long bound) {
    /** A tenth of each. */
    public static final Sizes USUAL = new Sizes(0, 0);
  }

  private WhatIf(Workload workload, AlternativeChoice choice, GoVersion go, Sizes sizes) {
    this.workload = workload;
    this.choice = choice;
    this.go = go;
    long entries = new Simulator(workload, Replayer.SEED).mostEntries();
    most = Math.max(1, (entries + workload.maps() - 1) / workload.maps());
    this.sizes =
        new Sizes(
            sizes.ttlNanos() > 0 ? sizes.ttlNanos() : Math.max(1, workload.nanos() / USUAL_PART),
            sizes.bound() > 0 ? sizes.bound() : Math.max(1, most / USUAL_PART));
  }

  /**
   * What the same workload needs as it is, which comes first, and with each change.
   *
   * @param choice what it is now: the plain map, or sync.Map
   */
  public static List<Variant> of(
      Workload workload, AlternativeChoice choice, GoVersion go, Sizes sizes) {
    WhatIf whatIf = new WhatIf(workload, choice, go, sizes);
    whatIf.sameWorkload();
    whatIf.otherTimes();
    whatIf.otherTypes();
    return List.copyOf(whatIf.variants);
  }

  /** Structures and releases that get the same operations: in one run. */
  private void sameWorkload() {
    boolean plain = choice.alternative() == Alternative.MAP;
    List<String> names = new ArrayList<>();
    List<Design> designs = new ArrayList<>();
    add("as it is", choice, go, names, designs);
    if (plain) {
      add("hint " + most, new AlternativeChoice(Alternative.PRESIZED, most), go, names, designs);
    }
    AlternativeChoice other =
        plain ? new AlternativeChoice(Alternative.SYNC_MAP, 0) : AlternativeChoice.MAP;
    add(plain ? "sync.Map" : "map with a lock", other, go, names, designs);
    add("sharded", new AlternativeChoice(Alternative.SHARDED, 0), go, names, designs);
    AlternativeChoice bounded = new AlternativeChoice(Alternative.LRU, sizes.bound());
    add("LRU of " + sizes.bound(), bounded, go, names, designs);
    add("sorted slice", new AlternativeChoice(Alternative.SLICE, 0), go, names, designs);
    add("cuckoo filter", new AlternativeChoice(Alternative.CUCKOO, 0), go, names, designs);
    for (int minor = go.minor() + 1; minor <= GoVersion.NEWEST.minor(); minor++) {
      add("Go 1." + minor, choice, GoVersion.of(minor), names, designs);
    }
    List<Outcome> outcomes = run(workload, designs);
    for (int i = 0; i < outcomes.size(); i++) {
      variants.add(variant(names.get(i), outcomes.get(i), designs.get(i).note()));
    }
  }

  private void add(
      String name,
      AlternativeChoice alternative,
      GoVersion release,
      List<String> names,
      List<Design> designs) {
    names.add(name);
    designs.add(alternative.design(release, workload.type(), most));
  }

  /** Entries that go, and maps that are made anew. */
  private void otherTimes() {
    String each = Figures.duration(sizes.ttlNanos() / 1e9).replace(Figures.JOIN, ' ');
    String over = sizes.ttlNanos() > workload.nanos() ? "only after the end of this run" : "";
    changed(
        "delete after " + each,
        workload.withLifetime(Lifetime.fixed(sizes.ttlNanos())),
        over.isEmpty() ? "each entry, so long after its insert" : over);
    for (Event.Action action : List.of(Event.Action.REBUILD, Event.Action.CLEAR)) {
      changed(
          action.word() + " every " + each,
          workload.withEvent(Event.every(sizes.ttlNanos(), action)),
          !over.isEmpty()
              ? over
              : action == Event.Action.REBUILD
                  ? "copies all entries to a map of the right size"
                  : "the arrays stay");
    }
    changed(
        "new map every " + each,
        workload.withEvent(Event.every(sizes.ttlNanos(), Event.Action.MAKE)),
        over.isEmpty() ? "the entries are gone" : over);
  }

  /** Other keys and elems. */
  private void otherTypes() {
    GoType elem = workload.type().elem();
    boolean pointer = elem.pointers() && elem.size() == GoType.POINTER;
    long behind = workload.elemObject().bytes();
    if (pointer && behind > 0 && behind <= LARGEST_INLINE) {
      long size = (behind + 7) / 8 * 8;
      retyped(
          "values inline",
          INLINE + "=" + size + ":8:pointers",
          workload.type().key().name(),
          INLINE,
          workload.keyObject(),
          ObjectSize.NONE,
          "the objects of " + behind + " bytes stand in the map");
    } else if (!pointer && elem.size() > GoType.POINTER) {
      retyped(
          "pointers to values",
          "",
          workload.type().key().name(),
          POINTER,
          workload.keyObject(),
          new ObjectSize(behind + elem.size(), workload.elemObject().mean()),
          "each value in an object of its own");
    }
    if (elem.size() > 0) {
      retyped(
          "struct{} values",
          "",
          workload.type().key().name(),
          EMPTY,
          workload.keyObject(),
          ObjectSize.NONE,
          "a set: only where the values are not needed");
    }
    if (workload.keyObject().exists()) {
      retyped(
          "interned keys",
          "",
          "*Key",
          elem.name(),
          ObjectSize.NONE,
          workload.elemObject(),
          "unique.Handle: only where others hold the same keys too");
    }
  }

  private void retyped(
      String name,
      String definition,
      String key,
      String elem,
      ObjectSize keyObject,
      ObjectSize elemObject,
      String note) {
    MapType type = type(definition, key, elem);
    changed(name, workload.withType(type, keyObject, elemObject), note);
  }

  private MapType type(String definition, String key, String elem) {
    try {
      GoTypes types = GoTypes.standard();
      for (String each : workload.types()) {
        types = types.with(each);
      }
      types = definition.isEmpty() ? types : types.with(definition);
      return types.map(types.key(key), types.type(elem));
    } catch (TypeException e) {
      throw new IllegalStateException(key + " " + elem, e);
    }
  }

  private void changed(String name, Workload other, String note) {
    Design design = choice.design(go, other.type(), most);
    variants.add(variant(name, run(other, List.of(design)).get(0), note));
  }

  private static List<Outcome> run(Workload workload, List<Design> designs) {
    return new Simulator(workload, Replayer.SEED)
        .run(designs, Simulator.moments(workload, 1))
        .outcomes();
  }

  private static Variant variant(String name, Outcome outcome, String note) {
    return new Variant(
        name,
        outcome.end().liveBytes(),
        outcome.peakBytes(),
        outcome.end().garbageBytes(),
        outcome.end().entries(),
        note);
  }
}

package io.mapleak.simulator.workload;

import io.mapleak.gomap.GoVersion;
import io.mapleak.gomap.MapType;
import io.mapleak.simulator.Models;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a service does to a map, or to all maps of one line of code. Immutable.
 *
 * @param name for people; may be empty
 * @param types definitions of named types that key and elem use, {@code NAME=...} as {@link
 *     io.mapleak.gomap.syntax.GoTypes#with} reads them
 * @param hint of each map, or {@link Models#NO_HINT}
 * @param maps how many maps share the operations evenly, 1 or more
 * @param keyObject what one key points to
 * @param elemObject what one elem points to
 * @param go the release it was seen on; null when none is told
 * @param start the moment of its beginning in RFC 3339; null when none is told
 * @param events what happens at once, at moments of the whole workload
 * @param phases one after the other, at least one
 */
public record Workload(
    String name,
    List<String> types,
    MapType type,
    long hint,
    int maps,
    ObjectSize keyObject,
    ObjectSize elemObject,
    @Nullable GoVersion go,
    @Nullable String start,
    List<Event> events,
    List<Phase> phases) {
  public Workload {
    types = List.copyOf(types);
    events = List.copyOf(events);
    phases = List.copyOf(phases);
    if (phases.isEmpty()) {
      throw new IllegalArgumentException("a workload has at least one phase");
    }
    long length = phases.stream().mapToLong(Phase::nanos).sum();
    if (events.stream().anyMatch(event -> event.nanos() > length)) {
      throw new IllegalArgumentException("an event after the end never happens");
    }
    if (maps < 1) {
      throw new IllegalArgumentException("a workload has one map or more");
    }
  }

  /** A workload of one map without hint, whose keys and elems point to nothing. */
  public static Workload of(MapType type, List<Phase> phases) {
    return new Workload(
        "",
        List.of(),
        type,
        Models.NO_HINT,
        1,
        ObjectSize.NONE,
        ObjectSize.NONE,
        null,
        null,
        List.of(),
        phases);
  }

  /** Length in virtual time. */
  public long nanos() {
    return phases.stream().mapToLong(Phase::nanos).sum();
  }

  /** The same with another hint. */
  public Workload withHint(long newHint) {
    return new Workload(
        name, types, type, newHint, maps, keyObject, elemObject, go, start, events, phases);
  }

  /** The same with another type of key or elem of the same definitions, and what these point to. */
  public Workload withType(MapType newType, ObjectSize newKeyObject, ObjectSize newElemObject) {
    return new Workload(
        name, types, newType, hint, maps, newKeyObject, newElemObject, go, start, events, phases);
  }

  /** The same spread over another number of maps. */
  public Workload withMaps(int newMaps) {
    return new Workload(
        name, types, type, hint, newMaps, keyObject, elemObject, go, start, events, phases);
  }

  /** The same with this lifetime for the entries of all phases: delete after a TTL. */
  public Workload withLifetime(Lifetime lifetime) {
    List<Phase> changed = new ArrayList<>();
    phases.forEach(phase -> changed.add(phase.withLifetime(lifetime)));
    return withPhases(changed);
  }

  /**
   * The same with an event more, e.g. a clear or rebuild now and then; one after the end never
   * happens, and is left out.
   */
  public Workload withEvent(Event event) {
    if (event.nanos() > nanos()) {
      return this;
    }
    List<Event> more = new ArrayList<>(events);
    more.add(event);
    return new Workload(
        name, types, type, hint, maps, keyObject, elemObject, go, start, more, phases);
  }

  /** The same with other phases. */
  public Workload withPhases(List<Phase> newPhases) {
    return new Workload(
        name, types, type, hint, maps, keyObject, elemObject, go, start, events, newPhases);
  }
}

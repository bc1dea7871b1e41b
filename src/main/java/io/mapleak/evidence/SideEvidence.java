package io.mapleak.evidence;

import io.mapleak.pprof.MemStats;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All that the inputs say beside heap profiles. Immutable.
 *
 * @param exhibits what each input says, in the order of the inputs
 * @param memStats the runtime's own figures, from the newest profile in text form
 */
public record SideEvidence(List<Exhibit> exhibits, Optional<MemStats> memStats) {
  /** Nothing but heap profiles. */
  public static final SideEvidence NONE = new SideEvidence(List.of(), Optional.empty());

  /**
   * One thing that an input says.
   *
   * @param path the input
   * @param observation what it says
   */
  public record Exhibit(String path, Observation observation) {}

  /**
   * A thing of one kind with the input that says it.
   *
   * @param path the input
   * @param value what it says
   */
  public record Cited<T>(String path, T value) {
    /** Name of the input's file, by which texts cite it. */
    public String name() {
      return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }
  }

  public SideEvidence {
    exhibits = List.copyOf(exhibits);
  }

  /** Everything of one kind, in the order of the inputs. */
  public <T> List<Cited<T>> all(Class<T> kind) {
    List<Cited<T>> found = new ArrayList<>();
    for (Exhibit exhibit : exhibits) {
      if (kind.isInstance(exhibit.observation())) {
        found.add(new Cited<>(exhibit.path(), kind.cast(exhibit.observation())));
      }
    }
    return found;
  }

  /** Goroutines of all moments: the dated ones in time order, then the others as the inputs are. */
  public List<GoroutineSnapshot> goroutines() {
    Comparator<GoroutineSnapshot> dated =
        Comparator.comparingLong(
            snapshot -> snapshot.timeNanos() == 0 ? Long.MAX_VALUE : snapshot.timeNanos());
    return all(GoroutineSnapshot.class).stream().map(Cited::value).sorted(dated).toList();
  }

  /** The live heap as the collector measured it; the source with the longest span. */
  public Optional<Cited<LiveHeap>> liveHeap() {
    return all(LiveHeap.class).stream()
        .filter(cited -> !cited.value().points().isEmpty())
        .max(Comparator.comparingDouble(cited -> cited.value().spanSeconds()));
  }

  /** What the compiler said of escapes at a line. */
  public List<EscapeFacts.Fact> escapesAt(String file, long line) {
    return all(EscapeFacts.class).stream()
        .flatMap(cited -> cited.value().at(file, line).stream())
        .toList();
  }

  /** The memory of the process; the most detailed source, the last of several. */
  public Optional<ProcessMemory> processMemory() {
    return all(ProcessMemory.class).stream()
        .map(Cited::value)
        .reduce((one, other) -> detail(other) >= detail(one) ? other : one);
  }

  private static int detail(ProcessMemory memory) {
    return memory.go().isPresent() ? 2 : memory.anonymous().isPresent() ? 1 : 0;
  }

  /** This, and one more thing. */
  public SideEvidence with(Exhibit exhibit) {
    List<Exhibit> more = new ArrayList<>(exhibits);
    more.add(exhibit);
    return new SideEvidence(more, memStats);
  }
}

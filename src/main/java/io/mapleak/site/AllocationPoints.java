package io.mapleak.site;

import io.mapleak.profile.LocationTable;
import io.mapleak.profile.Profile;
import io.mapleak.profile.StackTable;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Groups the samples of a heap profile by the call instruction that allocated. Go drops leading
 * runtime frames from the proto form; in the text form their addresses are still there, so they are
 * dropped here as well.
 */
public final class AllocationPoints {
  /** Name of the numeric label that holds the block size. */
  static final String SIZE_LABEL = "bytes";

  /** Frames kept above the owner's: enough to see that two points are reached from one function. */
  private static final int CALLERS = 6;

  private final Profile profile;
  private final Sampling sampling;
  private final int allocSpace;
  private final int inuseSpace;
  private final Map<Key, Point> points = new LinkedHashMap<>();
  private final Map<IntBuffer, Integer> visibleStacks = new HashMap<>();

  /** One instruction and the user's line that led to it. */
  private record Key(int leafLocation, int ownerLine) {}

  /** A visible stack with a block size: a second sample of both is a twin. */
  private record Seen(int stack, long bytes) {}

  /** What is gathered for a key. */
  private static final class Point {
    final long address;
    final CodeLine leaf;
    final CodeLine owner;
    final List<CodeLine> callers;
    final Map<Long, long[]> sums = new TreeMap<>();
    final Set<Seen> seen = new HashSet<>();

    Point(long address, CodeLine leaf, CodeLine owner, List<CodeLine> callers) {
      this.address = address;
      this.leaf = leaf;
      this.owner = owner;
      this.callers = callers;
    }
  }

  private AllocationPoints(Profile profile) {
    this.profile = profile;
    this.sampling = new Sampling(profile.header().period());
    this.allocSpace = profile.sampleTypeIndex("alloc_space");
    this.inuseSpace = profile.sampleTypeIndex("inuse_space");
  }

  /**
   * All points of a heap profile, in the order of their first sample. Samples without a block size
   * are left out.
   */
  public static List<AllocationPoint> of(Profile profile) {
    AllocationPoints gathering = new AllocationPoints(profile);
    for (int sample = 0; sample < profile.samples().size(); sample++) {
      gathering.add(sample);
    }
    return gathering.points();
  }

  private void add(int sample) {
    long bytes = blockBytes(sample);
    long alloc = value(sample, allocSpace);
    long inuse = value(sample, inuseSpace);
    if (bytes <= 0 || (alloc <= 0 && inuse <= 0)) {
      return;
    }
    StackTable stacks = profile.stacks();
    LocationTable locations = profile.locations();
    int stack = profile.samples().stack(sample);
    int leafAt = leafPosition(stack);
    if (leafAt >= stacks.end(stack)) {
      return;
    }
    int leafLocation = stacks.locationAt(leafAt);
    int ownerAt = leafAt;
    int ownerLine = locations.lineStart(leafLocation);
    while (isMapLibrary(functionName(ownerLine))) {
      int next = ownerLine + 1;
      if (next == locations.lineEnd(stacks.locationAt(ownerAt))) {
        ownerAt++;
        if (ownerAt == stacks.end(stack)) {
          ownerAt = leafAt;
          ownerLine = locations.lineStart(leafLocation);
          break;
        }
        next = locations.lineStart(stacks.locationAt(ownerAt));
        if (next == locations.lineEnd(stacks.locationAt(ownerAt))) {
          ownerAt = leafAt;
          ownerLine = locations.lineStart(leafLocation);
          break;
        }
      }
      ownerLine = next;
    }
    Key key = new Key(leafLocation, ownerLine);
    Point point = points.get(key);
    if (point == null) {
      CodeLine leaf = codeLine(locations.lineStart(leafLocation));
      point =
          new Point(
              address(leafLocation), leaf, codeLine(ownerLine), callers(stack, ownerAt, ownerLine));
      points.put(key, point);
    }
    long[] sums = point.sums.computeIfAbsent(bytes, size -> new long[5]);
    sums[0] += sampling.sampled(alloc, bytes);
    sums[1] += sampling.sampled(inuse, bytes);
    sums[2] += alloc;
    sums[3] += inuse;
    if (!point.seen.add(new Seen(visibleStack(stack, leafAt), bytes))) {
      sums[4]++;
    }
  }

  private List<AllocationPoint> points() {
    List<AllocationPoint> all = new ArrayList<>();
    for (Point point : points.values()) {
      List<Block> blocks = new ArrayList<>();
      point.sums.forEach(
          (bytes, s) -> blocks.add(new Block(bytes, s[0], s[1], s[2], s[3], (int) s[4])));
      all.add(new AllocationPoint(point.address, point.leaf, point.owner, point.callers, blocks));
    }
    return all;
  }

  private long blockBytes(int sample) {
    var labels = profile.labels();
    for (int label = labels.start(sample); label < labels.end(sample); label++) {
      if (labels.key(label).equals(SIZE_LABEL)) {
        return labels.number(label);
      }
    }
    return 0;
  }

  private long value(int sample, int type) {
    return type < 0 ? 0 : profile.samples().value(sample, type);
  }

  /** Position of the first location that Go would not hide. */
  private int leafPosition(int stack) {
    StackTable stacks = profile.stacks();
    LocationTable locations = profile.locations();
    for (int at = stacks.start(stack); at < stacks.end(stack); at++) {
      int location = stacks.locationAt(at);
      int line = locations.lineStart(location);
      if (line < locations.lineEnd(location) && !isHidden(functionName(line))) {
        return at;
      }
    }
    return stacks.end(stack);
  }

  private int visibleStack(int stack, int leafAt) {
    StackTable stacks = profile.stacks();
    if (leafAt == stacks.start(stack)) {
      return stack;
    }
    int[] visible = new int[stacks.end(stack) - leafAt];
    for (int i = 0; i < visible.length; i++) {
      visible[i] = stacks.locationAt(leafAt + i);
    }
    return visibleStacks.computeIfAbsent(
        IntBuffer.wrap(visible), k -> stacks.size() + visibleStacks.size());
  }

  private List<CodeLine> callers(int stack, int ownerAt, int ownerLine) {
    StackTable stacks = profile.stacks();
    LocationTable locations = profile.locations();
    List<CodeLine> callers = new ArrayList<>();
    int line = ownerLine + 1;
    for (int at = ownerAt; at < stacks.end(stack) && callers.size() < CALLERS; at++) {
      int location = stacks.locationAt(at);
      if (at > ownerAt) {
        line = locations.lineStart(location);
      }
      for (; line < locations.lineEnd(location) && callers.size() < CALLERS; line++) {
        callers.add(codeLine(line));
      }
    }
    return callers;
  }

  private long address(int location) {
    long address = profile.locations().address(location);
    return address != 0
        ? address
        : profile.locations().line(profile.locations().lineStart(location));
  }

  private CodeLine codeLine(int line) {
    int function = profile.locations().function(line);
    String file = function < 0 ? "" : profile.functions().file(function);
    return new CodeLine(functionName(line), file, profile.locations().line(line));
  }

  private String functionName(int line) {
    int function = profile.locations().function(line);
    return function < 0 ? "" : profile.functions().name(function);
  }

  /**
   * Frames that Go's profile writer hides (runtime/pprof/protomem.go; internal/runtime since 1.24).
   */
  private static boolean isHidden(String function) {
    return function.startsWith("runtime.") || function.startsWith("internal/runtime/");
  }

  /** Packages that fill maps on behalf of their caller. */
  private static boolean isMapLibrary(String function) {
    return function.startsWith("sync.")
        || function.startsWith("internal/sync.")
        || function.startsWith("internal/concurrent.")
        || function.startsWith("reflect.")
        || function.startsWith("internal/reflectlite.")
        || function.startsWith("maps.");
  }
}

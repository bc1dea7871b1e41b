package io.mapleak.evidence;

import io.mapleak.profile.Profile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Maps found by following references, from the output of goref ({@code grf attach PID}). Its
 * profiles have paths of variables for stacks: the root variable, fields with their types, and
 * {@code $mapkey. (T)} or {@code $mapval. (T)} below each map. Immutable.
 *
 * @param maps the maps, most bytes first
 */
public record ReferencePaths(List<MapPath> maps) implements Observation {
  /**
   * One map, or all maps of one path.
   *
   * @param owner path from the root variable to the map, joined by {@code " > "}
   * @param keyType type of its keys; empty when keys hold no memory of their own
   * @param elemType type of its elems; likewise
   * @param keyObjects objects that only keys reach
   * @param keyBytes their bytes
   * @param elemObjects objects that elems reach first
   * @param elemBytes their bytes
   */
  public record MapPath(
      String owner,
      String keyType,
      String elemType,
      long keyObjects,
      long keyBytes,
      long elemObjects,
      long elemBytes) {}

  private static final String KEY = "$mapkey. (";
  private static final String ELEM = "$mapval. (";

  public ReferencePaths {
    maps = List.copyOf(maps);
  }

  /** Whether a profile is goref's: only values in use, no period, and paths of maps. */
  public static boolean isOf(Profile profile) {
    if (profile.sampleTypes().size() != 2
        || profile.sampleTypeIndex("inuse_objects") != 0
        || profile.sampleTypeIndex("inuse_space") != 1
        || profile.header().period() != 0
        || profile.header().timeNanos() != 0) {
      return false;
    }
    for (int function = 0; function < profile.functions().size(); function++) {
      String name = profile.functions().name(function);
      if (name.startsWith("$") || name.contains(". (")) {
        return true;
      }
    }
    return false;
  }

  static ReferencePaths read(Profile profile) {
    Map<String, Sum> sums = new TreeMap<>();
    for (int sample = 0; sample < profile.samples().size(); sample++) {
      List<StackFrame> path = GoroutineProfile.frames(profile, profile.samples().stack(sample));
      long objects = profile.samples().value(sample, 0);
      long bytes = profile.samples().value(sample, 1);
      addNearest(sums, path, objects, bytes);
    }
    List<MapPath> maps = new ArrayList<>();
    sums.forEach(
        (owner, sum) ->
            maps.add(
                new MapPath(
                    owner,
                    sum.keyType,
                    sum.elemType,
                    sum.keyObjects,
                    sum.keyBytes,
                    sum.elemObjects,
                    sum.elemBytes)));
    maps.sort(
        Comparator.comparingLong((MapPath map) -> map.keyBytes() + map.elemBytes())
            .reversed()
            .thenComparing(MapPath::owner));
    return new ReferencePaths(maps);
  }

  /** What lies below a key or elem counts for the map nearest to the object. */
  private static void addNearest(
      Map<String, Sum> sums, List<StackFrame> path, long objects, long bytes) {
    for (int i = 0; i < path.size(); i++) {
      String name = path.get(i).function();
      boolean key = name.startsWith(KEY);
      if ((key || name.startsWith(ELEM)) && name.endsWith(")") && i + 1 < path.size()) {
        Sum sum = sums.computeIfAbsent(owner(path, i + 1), owner -> new Sum());
        sum.add(key, name.substring(KEY.length(), name.length() - 1), objects, bytes);
        return;
      }
    }
  }

  private static String owner(List<StackFrame> path, int from) {
    StringBuilder owner = new StringBuilder();
    for (int i = path.size() - 1; i >= from; i--) {
      owner.append(owner.length() == 0 ? "" : " > ").append(path.get(i).function());
    }
    return owner.toString();
  }

  private static final class Sum {
    private String keyType = "";
    private String elemType = "";
    private long keyObjects;
    private long keyBytes;
    private long elemObjects;
    private long elemBytes;

    void add(boolean key, String type, long objects, long bytes) {
      if (key) {
        keyType = type;
        keyObjects += objects;
        keyBytes += bytes;
      } else {
        elemType = type;
        elemObjects += objects;
        elemBytes += bytes;
      }
    }
  }
}

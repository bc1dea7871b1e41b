package io.mapleak.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Finds the objects allocated beside a map: at its line, in its function, or in a function that
 * shares a near caller with it, as when {@code handle} calls {@code newSession} and then {@code
 * store.put}.
 */
final class Companions {
  /** Frames looked at on either side: the function, its caller, and the caller's caller. */
  private static final int FRAMES = 3;

  /** Keys, values and what they hold; larger blocks are arrays and buffers. */
  private static final long LARGEST = 32768;

  /** Distance of functions that share a package, but no near caller. */
  private static final int SAME_PACKAGE = 2 * FRAMES - 1;

  private final Sampling sampling;

  /** The points that may be companions, with their nearest functions. */
  private final List<Near> points = new ArrayList<>();

  /** Indexes into {@link #points} by each of those functions, and by package. */
  private final Map<String, List<Integer>> byFunction = new HashMap<>();

  private final Map<String, List<Integer>> byPackage = new HashMap<>();

  private record Near(AllocationPoint point, List<String> functions) {}

  /**
   * Prepares the companions of all maps of a profile.
   *
   * @param all the points of the profile
   * @param arrays those of them that are arrays of maps
   */
  Companions(List<AllocationPoint> all, Set<AllocationPoint> arrays, Sampling sampling) {
    this.sampling = sampling;
    for (AllocationPoint point : all) {
      if (!arrays.contains(point) && !MapFrames.isSyncMap(point.leaf().function())) {
        Near near = new Near(point, functions(point));
        for (String function : near.functions()) {
          byFunction.computeIfAbsent(function, f -> new ArrayList<>()).add(points.size());
        }
        byPackage
            .computeIfAbsent(packageOf(near.functions().get(0)), f -> new ArrayList<>())
            .add(points.size());
        points.add(near);
      }
    }
  }

  /** Companions of the map at {@code site}, the nearest first, then the most numerous. */
  List<Companion> of(AllocationPoint site) {
    List<String> functions = functions(site);
    SortedSet<Integer> candidates =
        new TreeSet<>(byPackage.getOrDefault(packageOf(functions.get(0)), List.of()));
    for (String function : functions) {
      candidates.addAll(byFunction.getOrDefault(function, List.of()));
    }
    List<Companion> companions = new ArrayList<>();
    for (int i : candidates) {
      int distance = distance(functions, points.get(i).functions());
      if (distance >= 0) {
        Companion companion = measure(points.get(i).point(), distance, sampling);
        if (companion.made() > 0) {
          companions.add(companion);
        }
      }
    }
    companions.sort(
        (a, b) ->
            a.distance() != b.distance()
                ? a.distance() - b.distance()
                : a.count() != b.count()
                    ? Double.compare(b.count(), a.count())
                    : a.at().compareTo(b.at()));
    return companions;
  }

  /** Leaves each companion to the maps that it is nearest to. */
  static List<List<Companion>> ofNearest(List<List<Companion>> sites) {
    Map<CodeLine, Integer> nearest = new HashMap<>();
    for (List<Companion> companions : sites) {
      companions.forEach(c -> nearest.merge(c.at(), c.distance(), Math::min));
    }
    return sites.stream()
        .map(
            of -> of.stream().filter(c -> c.distance() <= nearest.getOrDefault(c.at(), 0)).toList())
        .toList();
  }

  /**
   * Counts the small objects of one instruction, of whatever sizes: a string key's class varies.
   */
  static Companion measure(AllocationPoint point, int distance, Sampling sampling) {
    double count = 0;
    double variance = 0;
    double made = 0;
    double madeVariance = 0;
    double bytes = 0;
    for (Block block : point.blocks()) {
      if (block.bytes() <= LARGEST) {
        double p = sampling.probability(block.bytes());
        count += block.inuseSampled() / p;
        variance += block.inuseSampled() / (p * p);
        made += block.allocSampled() / p;
        madeVariance += block.allocSampled() / (p * p);
        bytes += block.inuseBytes();
      }
    }
    return new Companion(
        point.owner(),
        point.leafAddress(),
        distance,
        count,
        variance > 0 ? count * count / variance : 0,
        made,
        madeVariance > 0 ? made * made / madeVariance : 0,
        bytes);
  }

  /** Steps up from the one function and down to the other, or -1 when they share no near caller. */
  private static int distance(List<String> up, List<String> down) {
    for (int sum = 0; sum <= 2 * (FRAMES - 1); sum++) {
      for (int i = 0; i <= sum; i++) {
        if (i < up.size() && sum - i < down.size() && up.get(i).equals(down.get(sum - i))) {
          return sum;
        }
      }
    }
    return packageOf(up.get(0)).equals(packageOf(down.get(0))) ? SAME_PACKAGE : -1;
  }

  private static String packageOf(String function) {
    int dot = function.indexOf('.', function.lastIndexOf('/') + 1);
    return dot < 0 ? function : function.substring(0, dot);
  }

  private static List<String> functions(AllocationPoint point) {
    List<String> names = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    names.add(point.owner().function());
    seen.add(point.owner().function());
    for (CodeLine caller : point.callers()) {
      if (names.size() < FRAMES
          && seen.add(caller.function())
          && !isDispatcher(caller.function())) {
        names.add(caller.function());
      }
    }
    return names;
  }

  /** Functions that call nearly everything: to share them as a caller says nothing. */
  private static boolean isDispatcher(String function) {
    return function.equals("main.main")
        || function.startsWith("runtime.")
        || function.startsWith("net/http.")
        || function.startsWith("testing.")
        || function.startsWith("runtime/pprof.");
  }
}

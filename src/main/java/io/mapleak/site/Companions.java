package io.mapleak.site;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

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

  /** The points that may be companions, with their nearest functions. */
  private final List<Near> points = new ArrayList<>();

  /** Indexes into {@link #points} by each of those functions, and by package. */
  private final Map<String, BitSet> byFunction = new HashMap<>();

  private final Map<String, BitSet> byPackage = new HashMap<>();

  /** What was measured, at distance 0, and the functions that it may share with a map. */
  private record Near(Companion companion, List<String> functions) {}

  /**
   * Prepares the companions of all maps of a profile.
   *
   * @param all the points of the profile
   * @param arrays those of them that are arrays of maps
   */
  Companions(List<AllocationPoint> all, Set<AllocationPoint> arrays, Sampling sampling) {
    for (AllocationPoint point : all) {
      Companion companion = measure(point, 0, sampling);
      if (companion.made() > 0
          && !arrays.contains(point)
          && !MapFrames.isSyncMap(point.leaf().function())) {
        Near near = new Near(companion, functions(point));
        for (String function : near.functions()) {
          byFunction.computeIfAbsent(function, f -> new BitSet()).set(points.size());
        }
        byPackage
            .computeIfAbsent(FunctionNames.packageOf(near.functions().get(0)), f -> new BitSet())
            .set(points.size());
        points.add(near);
      }
    }
  }

  /** Companions of the map at {@code site}, the nearest first, then the most numerous. */
  List<Companion> of(AllocationPoint site) {
    return of(site, companion -> true);
  }

  /** Those of them that are wanted, in the same order. */
  List<Companion> of(AllocationPoint site, Predicate<Companion> wanted) {
    List<String> functions = functions(site);
    return sorted(functions, inPackage(functions), wanted);
  }

  /** Those of them that share a near caller with the map. */
  List<Companion> ofCallers(AllocationPoint site) {
    List<String> functions = functions(site);
    return sorted(functions, underCallers(functions), companion -> true);
  }

  /**
   * The distance of companions' lines to the nearest of some maps; of lines that share no near
   * caller with any of them it is left out.
   */
  Map<CodeLine, Integer> distances(List<AllocationPoint> maps) {
    Map<CodeLine, Integer> nearest = new HashMap<>();
    for (AllocationPoint map : maps) {
      List<String> functions = functions(map);
      underCallers(functions).stream()
          .mapToObj(points::get)
          .forEach(
              near ->
                  nearest.merge(
                      near.companion().at(), distance(functions, near.functions()), Math::min));
    }
    return nearest;
  }

  private BitSet inPackage(List<String> functions) {
    BitSet candidates = underCallers(functions);
    candidates.or(byPackage.getOrDefault(FunctionNames.packageOf(functions.get(0)), new BitSet()));
    return candidates;
  }

  private BitSet underCallers(List<String> functions) {
    BitSet candidates = new BitSet();
    for (String function : functions) {
      candidates.or(byFunction.getOrDefault(function, new BitSet()));
    }
    return candidates;
  }

  private List<Companion> sorted(
      List<String> functions, BitSet candidates, Predicate<Companion> wanted) {
    return candidates.stream()
        .mapToObj(points::get)
        .map(near -> near.companion().withDistance(distance(functions, near.functions())))
        .filter(wanted)
        .sorted(
            Comparator.comparingInt(Companion::distance)
                .thenComparing(Comparator.comparingDouble(Companion::count).reversed())
                .thenComparing(Companion::at))
        .toList();
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

  /**
   * Steps up from the one function and down to the other; that of a package where they share no
   * near caller.
   */
  private static int distance(List<String> up, List<String> down) {
    for (int sum = 0; sum <= 2 * (FRAMES - 1); sum++) {
      for (int i = 0; i <= sum; i++) {
        if (i < up.size() && sum - i < down.size() && up.get(i).equals(down.get(sum - i))) {
          return sum;
        }
      }
    }
    return SAME_PACKAGE;
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

package io.mapleak.simulator.size;

import io.mapleak.gomap.GoVersion;
import java.util.ArrayList;
import java.util.List;

/**
 * Releases whose maps cost the same while they are only filled. Go 1.21 has a load factor of 6
 * instead of 6.5, 1.22 brought the malloc header, 1.24 the Swiss map; what later releases changed
 * shows only with deletes.
 */
public final class CostGroups {
  private static final List<GoVersion> FIRST_OF_MAPS =
      List.of(
          GoVersion.OLDEST, GoVersion.of(21), GoVersion.FIRST_MALLOC_HEADER, GoVersion.FIRST_SWISS);

  /** A sync.Map has a smaller header since 1.20. */
  private static final GoVersion SMALLER_SYNC_MAP = GoVersion.of(20);

  private CostGroups() {}

  /** The newest release of every group. */
  public static List<GoVersion> newest(SizedMap map) {
    List<GoVersion> firsts = firsts(map);
    List<GoVersion> newest = new ArrayList<>();
    for (GoVersion first : firsts) {
      newest.add(last(firsts, first));
    }
    return newest;
  }

  /** The releases of a release's group, e.g. {@code 1.22-1.23}, or {@code 1.21}. */
  public static String name(SizedMap map, GoVersion go) {
    List<GoVersion> firsts = firsts(map);
    GoVersion first = GoVersion.OLDEST;
    for (GoVersion candidate : firsts) {
      first = go.atLeast(candidate) ? candidate : first;
    }
    GoVersion last = last(firsts, first);
    return first.equals(last) ? first.toString() : first + "-" + last;
  }

  private static List<GoVersion> firsts(SizedMap map) {
    List<GoVersion> firsts = new ArrayList<>(FIRST_OF_MAPS);
    if (map instanceof SizedMap.SyncMap) {
      firsts.add(1, SMALLER_SYNC_MAP);
    }
    return firsts;
  }

  private static GoVersion last(List<GoVersion> firsts, GoVersion first) {
    int next = firsts.indexOf(first) + 1;
    return next == firsts.size() ? GoVersion.NEWEST : GoVersion.of(firsts.get(next).minor() - 1);
  }
}

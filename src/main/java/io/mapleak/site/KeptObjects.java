package io.mapleak.site;

import io.mapleak.source.MapSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Companions of which the source says that the entries of a map keep them, one each. What several
 * maps keep counts the entries of none.
 */
final class KeptObjects {
  private final MapLines lines;
  private final Map<CodeLine, Set<String>> ofMaps = new HashMap<>();

  /** Of all maps of a profile. */
  KeptObjects(MapLines lines, Collection<CodeLine> maps) {
    this.lines = lines;
    Map<String, Set<Object>> holders = new HashMap<>();
    for (CodeLine at : maps) {
      MapSource map = lines.map(at).orElse(null);
      if (map != null) {
        ofMaps.put(at, map.objects());
        Object holder = map.declared() == null ? at : map.declared();
        for (String object : map.objects()) {
          holders.computeIfAbsent(object, o -> new HashSet<>()).add(holder);
        }
      }
    }
    ofMaps.replaceAll(
        (at, objects) ->
            new HashSet<>(
                objects.stream()
                    .filter(o -> holders.getOrDefault(o, Set.of()).size() == 1)
                    .toList()));
  }

  /** Whether the entries of a map keep a companion. */
  boolean keeps(CodeLine map, Companion companion) {
    Set<String> objects = ofMaps.getOrDefault(map, Set.of());
    return !objects.isEmpty()
        && companion.sampled() > 0
        && !Collections.disjoint(lines.made(companion.at()), objects);
  }

  /** The same companions, in the same order but for those that the map keeps: they are nearest. */
  List<Companion> nearest(CodeLine map, List<Companion> companions) {
    List<Companion> ordered = new ArrayList<>();
    int kept = 0;
    for (Companion companion : companions) {
      if (keeps(map, companion)) {
        ordered.add(kept++, companion.withDistance(0));
      } else {
        ordered.add(companion);
      }
    }
    return ordered;
  }
}

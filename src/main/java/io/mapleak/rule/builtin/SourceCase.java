package io.mapleak.rule.builtin;

import io.mapleak.source.MapSource;
import io.mapleak.source.MapUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the source says for and against a growing map's being a leak.
 *
 * @param proved its package has no place that could end the growth
 * @param refuted its package holds the map to a constant number of entries
 * @param limited its package holds it to a number that is set elsewhere
 * @param reasons for, with the lines
 * @param against with the lines
 */
record SourceCase(
    boolean proved, boolean refuted, boolean limited, List<String> reasons, List<String> against) {
  /** Places of one kind that are told; the rest would only repeat them. */
  private static final int MOST_PLACES = 3;

  SourceCase {
    reasons = List.copyOf(reasons);
    against = List.copyOf(against);
  }

  static SourceCase of(Optional<MapSource> found) {
    List<String> reasons = new ArrayList<>();
    List<String> against = new ArrayList<>();
    if (found.isEmpty()) {
      return new SourceCase(false, false, false, reasons, against);
    }
    MapSource source = found.get();
    reasons.add("source: " + told(source));
    boolean known = source.declared() != null && !source.local();
    if (source.isProvedToGrow()) {
      reasons.add(
          "source: nothing in its package deletes, clears, replaces or bounds "
              + source.variable());
    } else if (known
        && !source.isEverEmptied()
        && !source.isBounded()
        && !source.isConfiguredBound()) {
      reasons.add("source: its package never deletes from " + source.variable());
      String others =
          source.exported()
              ? "other packages may, for its name is exported"
              : "but hands it on at " + places(source, MapUse.Kind.ESCAPE);
      against.add("source: " + others);
    }
    tell(against, source, MapUse.Kind.DELETE, "entries are deleted at ");
    tell(against, source, MapUse.Kind.CLEAR, "it is cleared at ");
    tell(against, source, MapUse.Kind.REMAKE, "it is replaced at ");
    tell(against, source, MapUse.Kind.BOUND, "its length is held against a constant at ");
    tell(
        against,
        source,
        MapUse.Kind.CONFIGURED_BOUND,
        "its length is held against a limit that is set elsewhere, at ");
    return new SourceCase(
        source.isProvedToGrow(), source.isBounded(), source.isConfiguredBound(), reasons, against);
  }

  private static String told(MapSource source) {
    StringBuilder text = new StringBuilder(source.type());
    if (!source.variable().isEmpty()) {
      text.append(" in ").append(source.variable());
    }
    if (source.declared() != null) {
      text.append(", ").append(source.declared().text());
    }
    if (source.keyOrigin() != null) {
      text.append(
          switch (source.key()) {
            case PART_OF_STRING_OF_BYTES -> "; its keys are parts of strings made of bytes at ";
            default -> "; its keys are strings made of bytes at ";
          });
      text.append(source.keyOrigin().text());
    }
    return text.toString();
  }

  private static void tell(List<String> lines, MapSource source, MapUse.Kind kind, String text) {
    if (!source.uses(kind).isEmpty()) {
      lines.add("source: " + text + places(source, kind));
    }
  }

  private static String places(MapSource source, MapUse.Kind kind) {
    List<MapUse> uses = source.uses(kind);
    List<String> places = new ArrayList<>();
    for (MapUse use : uses.subList(0, Math.min(MOST_PLACES, uses.size()))) {
      places.add(use.at().text() + (use.function().isEmpty() ? "" : " (" + use.function() + ")"));
    }
    return String.join(", ", places) + (uses.size() > MOST_PLACES ? " and more" : "");
  }
}

package io.mapleak.source;

import io.mapleak.gomap.MapType;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the source says of the map that is filled at a line. Immutable.
 *
 * @param at the statement
 * @param assigns whether entries are put in there; else the map is only made there
 * @param variable what holds the map, as people say it; empty when nothing that has a name
 * @param local whether that is a variable or parameter of a function
 * @param exported whether other packages may use it by its name
 * @param declared where it is declared; null when it has no name
 * @param type Go type, e.g. {@code map[string]*store.Session} or {@code sync.Map}
 * @param layout sizes of the map; null when they can't be told, and for a sync.Map
 * @param unknown why there is no layout; empty when there is
 * @param syncMap whether it is a sync.Map
 * @param key what the keys are
 * @param keyOrigin the conversion that made the key; null when there is none
 * @param value what the values are
 * @param valueText Go text of the value's type
 * @param hint how it is made
 * @param objects what each entry keeps alive for itself: types behind pointers as {@code
 *     import/path.Name}, conversions of bytes by their place
 * @param uses all that its package does to it, in the order of the source
 */
public record MapSource(
    Place at,
    boolean assigns,
    String variable,
    boolean local,
    boolean exported,
    @Nullable Place declared,
    String type,
    @Nullable MapType layout,
    String unknown,
    boolean syncMap,
    KeyKind key,
    @Nullable Place keyOrigin,
    ValueKind value,
    String valueText,
    SizeHint hint,
    Set<String> objects,
    List<MapUse> uses) {
  public MapSource {
    objects = Set.copyOf(objects);
    uses = List.copyOf(uses);
  }

  /** Uses of a kind. */
  public List<MapUse> uses(MapUse.Kind kind) {
    return uses.stream().filter(use -> use.kind() == kind).toList();
  }

  /** Whether its package deletes, clears or replaces it somewhere. */
  public boolean isEverEmptied() {
    return uses.stream()
        .anyMatch(
            use ->
                use.kind() == MapUse.Kind.DELETE
                    || use.kind() == MapUse.Kind.CLEAR
                    || use.kind() == MapUse.Kind.REMAKE);
  }

  /** Whether its length is held to a constant somewhere. */
  public boolean isBounded() {
    return !uses(MapUse.Kind.BOUND).isEmpty();
  }

  /** Whether its length is held to a limit somewhere that may be set to anything. */
  public boolean isConfiguredBound() {
    return !uses(MapUse.Kind.CONFIGURED_BOUND).isEmpty();
  }

  /**
   * Whether no entry is ever deleted: the package has no such place, and no other code gets hold of
   * the map.
   */
  public boolean isProvedToGrow() {
    return assigns
        && declared != null
        && !local
        && !exported
        && !isEverEmptied()
        && !isBounded()
        && !isConfiguredBound()
        && uses(MapUse.Kind.ESCAPE).isEmpty();
  }
}

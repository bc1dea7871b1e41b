package io.mapleak.simulator.trace;

import io.mapleak.gomap.GoType;
import io.mapleak.gomap.GoVersion;
import io.mapleak.gomap.MapType;
import io.mapleak.gomap.MapVariant;
import io.mapleak.json.JsonException;
import io.mapleak.json.JsonObject;
import io.mapleak.simulator.Models;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Line 1 of a trace.
 *
 * @param design of the map
 * @param go its release
 * @param type null for a sync.Map
 * @param hint given to make, or {@link Models#NO_HINT}
 * @param keys key ids are below it
 * @param fields all of the line
 */
record TraceHeader(
    Design design, GoVersion go, @Nullable MapType type, long hint, int keys, JsonObject fields) {
  /** The designs that traces are of. */
  enum Design {
    CLASSIC,
    SWISS,
    TRIE
  }

  private static final String FORMAT = "gomap-trace";
  private static final long VERSION = 1;

  /** More keys than a trace file could name in a reasonable size. */
  private static final long MAX_KEYS = 1 << 28;

  static TraceHeader parse(String line) throws JsonException, Unusable {
    JsonObject fields = JsonObject.parse(line);
    if (!fields.text("format").equals(FORMAT)) {
      throw new Unusable("the format is '" + fields.text("format") + "', not '" + FORMAT + "'");
    }
    if (fields.number("version") != VERSION) {
      throw new Unusable(
          "version " + fields.number("version") + " of the format is not known, only " + VERSION);
    }
    GoVersion go = release(fields.number("goMinor"));
    Design design = design(fields.text("impl"), go);
    long keys = fields.number("keys");
    if (keys < 0 || keys > MAX_KEYS) {
      throw new Unusable(keys + " keys; at most " + MAX_KEYS + " have a model");
    }
    if (design == Design.TRIE) {
      return new TraceHeader(design, go, null, Models.NO_HINT, (int) keys, fields);
    }
    MapType type =
        new MapType(
            type(fields.object("key")),
            type(fields.object("elem")),
            variant(fields.text("variant")));
    long hint = fields.flag("hintIsConstantSmall") ? Models.NO_HINT : fields.number("hint");
    return new TraceHeader(design, go, type, hint, (int) keys, fields);
  }

  private static GoVersion release(long minor) throws Unusable {
    GoVersion go = GoVersion.of((int) minor);
    if (minor != go.minor() || !go.atLeast(GoVersion.OLDEST) || !GoVersion.NEWEST.atLeast(go)) {
      throw new Unusable(
          "Go 1." + minor + " has no model, only " + GoVersion.OLDEST + " to " + GoVersion.NEWEST);
    }
    return go;
  }

  private static Design design(String impl, GoVersion go) throws Unusable {
    for (Design design : Design.values()) {
      if (design.name().equalsIgnoreCase(impl)) {
        if ((design == Design.CLASSIC) == go.atLeast(GoVersion.FIRST_SWISS)) {
          throw new Unusable("a " + impl + " map of Go " + go + " has no model");
        }
        return design;
      }
    }
    throw new Unusable("impl '" + impl + "' is none of classic, swiss, trie");
  }

  private static MapVariant variant(String id) throws Unusable {
    for (MapVariant variant : MapVariant.values()) {
      if (variant.id().equals(id)) {
        return variant;
      }
    }
    String known =
        Arrays.stream(MapVariant.values()).map(MapVariant::id).collect(Collectors.joining(", "));
    throw new Unusable("variant '" + id + "' is none of " + known);
  }

  private static GoType type(JsonObject type) throws JsonException, Unusable {
    long size = type.number("size");
    long align = type.number("align");
    if (size < 0 || size > Integer.MAX_VALUE || align < 1 || align > GoType.POINTER) {
      throw new Unusable("a type of " + size + " bytes, aligned to " + align + ", has no model");
    }
    return new GoType(type.text("type"), size, (int) align, type.flag("pointers"));
  }

  /** A header that is well formed, but of something that has no model. */
  static final class Unusable extends Exception {
    private static final long serialVersionUID = 1L;

    Unusable(String message) {
      super(message);
    }
  }
}

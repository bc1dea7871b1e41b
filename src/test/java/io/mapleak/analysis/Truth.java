package io.mapleak.analysis;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** What truth.json of a recorded case says, as maps, lists, strings and numbers. */
final class Truth {
  private final Map<?, ?> root;

  private Truth(Map<?, ?> root) {
    this.root = root;
  }

  static Truth read(Path folder) {
    Path file = folder.resolve("truth.json");
    try (JsonParser parser =
        JsonFactory.builder().build().createParser(ObjectReadContext.empty(), file)) {
      parser.nextToken();
      if (value(parser) instanceof Map<?, ?> map) {
        return new Truth(map);
      }
      throw new IllegalArgumentException(file + " holds no object");
    }
  }

  String kind() {
    return String.valueOf(root.get("kind"));
  }

  /** Whether some label says that there is a leak. */
  boolean leaks() {
    return list(root.get("labels")).stream().anyMatch(l -> Boolean.TRUE.equals(map(l).get("leak")));
  }

  /** Maps of the last step. */
  List<Map<?, ?>> maps() {
    List<?> steps = list(root.get("steps"));
    List<Map<?, ?>> maps = new ArrayList<>();
    list(map(steps.get(steps.size() - 1)).get("maps")).forEach(m -> maps.add(map(m)));
    return maps;
  }

  static Map<?, ?> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  static long number(@Nullable Object value) {
    return value instanceof Number number ? number.longValue() : 0;
  }

  private static List<?> list(@Nullable Object value) {
    return value instanceof List<?> list ? list : List.of();
  }

  private static @Nullable Object value(JsonParser parser) {
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String name = parser.currentName();
          parser.nextToken();
          map.put(name, value(parser));
        }
        yield map;
      }
      case START_ARRAY -> {
        List<@Nullable Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          list.add(value(parser));
        }
        yield list;
      }
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      default -> parser.getString();
    };
  }
}

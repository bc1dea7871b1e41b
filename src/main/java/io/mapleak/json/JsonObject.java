package io.mapleak.json;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** One JSON object of texts, whole numbers, truth values and objects; all else is passed over. */
public final class JsonObject {
  private static final JsonFactory FACTORY = JsonFactory.builder().build();

  private final Map<String, Object> values;

  private JsonObject(Map<String, Object> values) {
    this.values = values;
  }

  /**
   * Reads a text that is one object.
   *
   * @throws JsonException where it is none, or where more follows
   */
  public static JsonObject parse(String text) throws JsonException {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new JsonException("no JSON object");
      }
      JsonObject object = object(parser);
      if (parser.nextToken() != null) {
        throw new JsonException("something follows the JSON object");
      }
      return object;
    } catch (JacksonException e) {
      throw new JsonException("broken JSON: " + e.getOriginalMessage());
    }
  }

  private static JsonObject object(JsonParser parser) {
    Map<String, Object> values = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      Object value = value(parser, parser.nextToken());
      if (value != null) {
        values.put(name, value);
      }
    }
    return new JsonObject(values);
  }

  private static @Nullable Object value(JsonParser parser, JsonToken token) {
    return switch (token) {
      case VALUE_STRING -> parser.getString();
      case VALUE_NUMBER_INT -> parser.getLongValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case START_OBJECT -> object(parser);
      case START_ARRAY -> {
        parser.skipChildren();
        yield null;
      }
      default -> null;
    };
  }

  /** The text of this name. */
  public String text(String name) throws JsonException {
    return get(name, String.class, "a text");
  }

  /** The whole number of this name. */
  public long number(String name) throws JsonException {
    return get(name, Long.class, "a whole number");
  }

  /** The truth value of this name. */
  public boolean flag(String name) throws JsonException {
    return get(name, Boolean.class, "true or false");
  }

  /** The object of this name. */
  public JsonObject object(String name) throws JsonException {
    return get(name, JsonObject.class, "an object");
  }

  private <T> T get(String name, Class<T> type, String expected) throws JsonException {
    Object value = values.get(name);
    if (!type.isInstance(value)) {
      throw new JsonException("\"" + name + "\" should be " + expected);
    }
    return type.cast(value);
  }
}

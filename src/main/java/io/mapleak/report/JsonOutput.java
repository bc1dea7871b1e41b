package io.mapleak.report;

import io.mapleak.unit.Figures;
import io.mapleak.unit.Interval;
import java.io.StringWriter;
import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/**
 * Writes JSON documents by streaming: indented, in ASCII (so that no locale can spoil it), what is
 * not known as null.
 */
final class JsonOutput {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  /** Fractions are told to four decimals; finer ones are noise. */
  private static final double DECIMALS = 10_000;

  /** Doubles hold every whole number up to here. */
  private static final double EXACT = 1L << 53;

  private final JsonGenerator json;

  private JsonOutput(JsonGenerator json) {
    this.json = json;
  }

  /** One document, ended by a line end. */
  static String document(Consumer<JsonOutput> content) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = FACTORY.createGenerator(new Indented(), text)) {
      JsonOutput output = new JsonOutput(generator);
      generator.writeStartObject();
      content.accept(output);
      generator.writeEndObject();
    }
    return text.append('\n').toString();
  }

  /** Indents by two spaces and ends lines by a line feed on every system. */
  private static final class Indented extends ObjectWriteContext.Base {
    private static final Separators SEPARATORS =
        Separators.createDefaultInstance()
            .withObjectNameValueSpacing(Separators.Spacing.AFTER)
            .withArrayElementSpacing(Separators.Spacing.AFTER)
            .withArrayEmptySeparator("");

    private final DefaultIndenter indenter = new DefaultIndenter("  ", "\n");

    @Override
    public PrettyPrinter getPrettyPrinter() {
      return new DefaultPrettyPrinter(SEPARATORS)
          .withObjectIndenter(indenter)
          .withArrayIndenter(DefaultPrettyPrinter.NopIndenter.instance());
    }

    @Override
    public boolean hasPrettyPrinter() {
      return true;
    }
  }

  JsonOutput text(String name, @Nullable String value) {
    json.writeName(name);
    return value == null ? nothing() : string(value);
  }

  /** Text of this tool, in which figures may be joined by no-break spaces. */
  JsonOutput prose(String name, String value) {
    return text(name, value.replace(Figures.JOIN, ' '));
  }

  JsonOutput number(String name, @Nullable Number value) {
    json.writeName(name);
    return value(value);
  }

  JsonOutput truth(String name, boolean value) {
    json.writeName(name).writeBoolean(value);
    return this;
  }

  /** A size or count: a whole number. */
  JsonOutput whole(String name, double value) {
    json.writeName(name);
    return wholeNumber(value);
  }

  /** A quantity: {@code {"low":..,"best":..,"high":..}} or null. */
  JsonOutput quantity(String name, @Nullable Interval value) {
    json.writeName(name);
    return value(value);
  }

  /** A quantity of whole numbers, its range rounded outwards. */
  JsonOutput wholeQuantity(String name, @Nullable Interval value, boolean withBest) {
    json.writeName(name);
    if (value == null) {
      return nothing();
    }
    json.writeStartObject();
    whole("low", Math.floor(value.low()));
    if (withBest) {
      whole("best", Math.rint(value.best()));
    }
    whole("high", Math.ceil(value.high()));
    json.writeEndObject();
    return this;
  }

  JsonOutput object(String name, Runnable content) {
    json.writeName(name).writeStartObject();
    content.run();
    json.writeEndObject();
    return this;
  }

  JsonOutput nothing(String name) {
    json.writeName(name);
    return nothing();
  }

  /** An array of objects. */
  <T> JsonOutput objects(String name, Collection<T> items, Consumer<T> content) {
    json.writeName(name).writeStartArray();
    for (T item : items) {
      json.writeStartObject();
      content.accept(item);
      json.writeEndObject();
    }
    json.writeEndArray();
    return this;
  }

  JsonOutput texts(String name, Collection<String> items) {
    json.writeName(name);
    return value(items.stream().map(item -> item.replace(Figures.JOIN, ' ')).toList());
  }

  /** An object whose values are numbers, texts, truths, intervals, or collections of these. */
  JsonOutput map(String name, Map<String, ?> values) {
    json.writeName(name);
    return value(values);
  }

  /** The same values as members of the object that is being written. */
  JsonOutput values(Map<String, ?> values) {
    values.forEach(
        (name, item) -> {
          json.writeName(name);
          value(item);
        });
    return this;
  }

  private JsonOutput value(@Nullable Object value) {
    if (value instanceof Interval interval) {
      json.writeStartObject();
      number("low", interval.low()).number("best", interval.best()).number("high", interval.high());
      json.writeEndObject();
    } else if (value instanceof Map<?, ?> map) {
      json.writeStartObject();
      map.forEach(
          (key, item) -> {
            json.writeName(String.valueOf(key));
            value(item);
          });
      json.writeEndObject();
    } else if (value instanceof Collection<?> items) {
      json.writeStartArray();
      items.forEach(this::value);
      json.writeEndArray();
    } else if (value instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else if (value instanceof Double || value instanceof Float) {
      fraction(((Number) value).doubleValue());
    } else if (value instanceof Number number) {
      json.writeNumber(number.longValue());
    } else if (value == null) {
      nothing();
    } else {
      string(String.valueOf(value));
    }
    return this;
  }

  private JsonOutput wholeNumber(double value) {
    if (Double.isFinite(value)) {
      json.writeNumber(Math.round(value));
      return this;
    }
    return nothing();
  }

  private void fraction(double value) {
    if (!Double.isFinite(value)) {
      nothing();
    } else if (Math.abs(value) < EXACT && value == Math.rint(value)) {
      json.writeNumber((long) value);
    } else if (Math.abs(value) < 1 / DECIMALS || Math.abs(value) > EXACT / DECIMALS) {
      json.writeNumber(value);
    } else {
      json.writeNumber(Math.rint(value * DECIMALS) / DECIMALS);
    }
  }

  private JsonOutput string(String value) {
    json.writeString(value);
    return this;
  }

  private JsonOutput nothing() {
    json.writeNull();
    return this;
  }
}

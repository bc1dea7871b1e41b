package io.mapleak.simulator.workload;

import io.mapleak.gomap.MapType;
import io.mapleak.gomap.syntax.GoTypes;
import io.mapleak.gomap.syntax.TypeException;
import io.mapleak.gomap.syntax.TypeShape;
import io.mapleak.gomap.syntax.UnknownTypeException;
import org.jspecify.annotations.Nullable;

/** Reads the types of key and elem. */
final class TypeLines {
  private static final String KEY_FORM = "a Go type that can be compared, e.g. key string";
  private static final String ELEM_FORM = "a Go type, e.g. elem *Session or elem [24]byte";

  /** Any will do: how many entries there are hardly depends on it. */
  private static final long SEED = 1;

  private static final String TYPE_FORM =
      "type NAME=TYPE or type NAME=SIZE[:ALIGN][:pointers], e.g. type User=64:pointers";

  private GoTypes types = GoTypes.standard();
  private long keyValues = Long.MAX_VALUE;

  /** Reads the type {@code type NAME=...} of a line; tells its text. */
  String define(Words words) throws WorkloadException {
    String text = words.rest();
    try {
      types = types.with(text);
    } catch (TypeException e) {
      throw wrong(words, text, e, TYPE_FORM);
    }
    return text;
  }

  /** The map type; a line that is not there is missed at the end. */
  MapType map(@Nullable Words key, @Nullable Words elem, Words end) throws WorkloadException {
    if (key == null) {
      throw end.wrong("the line 'key' is missing", KEY_FORM);
    }
    if (elem == null) {
      throw end.wrong("the line 'elem' is missing", ELEM_FORM);
    }
    TypeShape keys = shape(key, true);
    keyValues = keys.values();
    return types.map(keys, shape(elem, false));
  }

  /** Fails at the key where a map of the workload holds more keys than its type has values. */
  void checkKeys(Workload workload, Words key) throws WorkloadException {
    if (keyValues == Long.MAX_VALUE) {
      return;
    }
    long most = new Simulator(workload, SEED).mostEntries();
    long ofOne = (most + workload.maps() - 1) / workload.maps();
    if (ofOne > keyValues) {
      throw key.wrong(
          workload.type().key().name()
              + " has "
              + keyValues
              + (keyValues == 1 ? " value" : " values")
              + ", but a map holds up to "
              + ofOne
              + " keys",
          "a type with more values, e.g. key int64, or fewer entries");
    }
  }

  private TypeShape shape(Words words, boolean key) throws WorkloadException {
    String text = words.rest();
    try {
      return key ? types.key(text) : types.type(text);
    } catch (TypeException e) {
      throw wrong(words, text, e, key ? KEY_FORM : ELEM_FORM);
    }
  }

  private static WorkloadException wrong(
      Words words, String text, TypeException fault, String form) {
    if (text.isEmpty()) {
      return words.wrong("the type is missing", form);
    }
    String cure =
        fault instanceof UnknownTypeException unknown
            ? "tell it before, e.g. type " + unknown.name() + "=64:pointers"
            : form;
    return words.wrong(fault.column() - 1, fault.problem(), cure);
  }
}

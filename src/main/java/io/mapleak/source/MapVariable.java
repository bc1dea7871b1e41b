package io.mapleak.source;

import io.mapleak.source.type.Type;
import java.util.List;

/**
 * What holds a map, the same wherever the source means the same one: a field of a type stands for
 * that field of all its values.
 *
 * @param kind what it is
 * @param name its name
 * @param title as people say it, e.g. {@code field Cache.items}
 * @param identity equal for equal variables
 * @param type its type
 * @param declared where it is declared
 */
record MapVariable(
    Kind kind, String name, String title, List<Object> identity, Type type, Place declared) {
  /** Kinds of holders. */
  enum Kind {
    FIELD,
    PACKAGE_VARIABLE,
    LOCAL,
    PARAMETER,
    /** Any value of a declared map type, in its methods. */
    NAMED_TYPE,
    /** A map in a slice, array or map. */
    ELEMENT
  }

  MapVariable {
    identity = List.copyOf(identity);
  }

  boolean same(MapVariable other) {
    return identity.equals(other.identity);
  }

  /** Whether packages of their own may use it by its name. */
  boolean isExported() {
    boolean global = kind == Kind.FIELD || kind == Kind.PACKAGE_VARIABLE;
    return kind == Kind.NAMED_TYPE || (global && Character.isUpperCase(name.codePointAt(0)));
  }
}

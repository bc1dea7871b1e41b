package io.mapleak.gomap.syntax;

import java.util.List;

/** A type as written. */
sealed interface TypeNode {
  /** Where it begins: characters from the start of the text, from 1. */
  int column();

  /** A predeclared or declared type; type arguments are left out. */
  record Name(int column, String name) implements TypeNode {}

  /** {@code *T}. */
  record Pointer(int column, TypeNode pointee) implements TypeNode {}

  /** {@code []T}. */
  record Slice(int column, TypeNode elem) implements TypeNode {}

  /** {@code [N]T}. */
  record Array(int column, long length, TypeNode elem) implements TypeNode {}

  /**
   * {@code map[K]V}.
   *
   * @param keyText the key as written
   * @param elemText the elem as written
   */
  record MapOf(int column, TypeNode key, String keyText, TypeNode elem, String elemText)
      implements TypeNode {}

  /** {@code chan T}, in either direction. */
  record Chan(int column, TypeNode elem) implements TypeNode {}

  /** {@code func(...) ...}; what it takes and returns changes no size. */
  record Func(int column) implements TypeNode {}

  /** {@code interface{...}}; its methods change no size. */
  record Interface(int column) implements TypeNode {}

  /** {@code struct{...}}. */
  record Struct(int column, List<Field> fields) implements TypeNode {
    public Struct {
      fields = List.copyOf(fields);
    }
  }

  /**
   * A field of a struct.
   *
   * @param blank whether its name is {@code _}
   */
  record Field(boolean blank, TypeNode type) {}
}

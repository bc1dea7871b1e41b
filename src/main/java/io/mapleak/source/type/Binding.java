package io.mapleak.source.type;

import io.mapleak.source.syntax.Syntax;

/**
 * Where a local name is declared.
 *
 * @param kind how
 * @param node the statement, spec, clause or parameter
 * @param index the place of the name in it, from 0
 * @param name the name
 */
public record Binding(Kind kind, Syntax node, int index, String name) {
  /** Ways to declare a local name. */
  public enum Kind {
    /** {@code x := ...}, in a select's case as well. */
    SHORT,
    /** {@code var x ...}. */
    VARIABLE,
    /** {@code const x = ...}. */
    CONSTANT,
    /** {@code for x := range ...}. */
    RANGE,
    /** {@code switch x := y.(type)}. */
    SWITCH,
    PARAMETER,
    RECEIVER,
    RESULT
  }
}

package io.mapleak.gomap.syntax;

/** How keys of a type are compared (cmd/compile/internal/types/alg.go: AlgType). */
public enum Equality {
  /** As plain memory. */
  MEMORY,
  /** As strings. */
  STRING,
  /** Part by part: floats, interfaces, structs with padding, arrays of strings. */
  SPECIAL,
  /** Not at all: slices, maps, functions and what holds them. */
  NONE
}

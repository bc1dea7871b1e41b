package io.mapleak.source;

/** How a map is made. */
public enum SizeHint {
  /** {@code make(map[K]V)}, {@code make(map[K]V, 0)} or an empty literal. */
  NONE,
  /** With a size. */
  GIVEN,
  /** A literal with entries. */
  LITERAL,
  /** The make was not found. */
  UNKNOWN
}

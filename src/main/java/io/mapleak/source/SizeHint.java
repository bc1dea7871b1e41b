package io.mapleak.source;

import java.util.Locale;

/** How a map is made. */
public enum SizeHint {
  /** {@code make(map[K]V)}, {@code make(map[K]V, 0)} or an empty literal. */
  NONE,
  /** With a size. */
  GIVEN,
  /** A literal with entries. */
  LITERAL,
  /** The make was not found. */
  UNKNOWN;

  /** Name in JSON. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

package io.mapleak.source;

import java.util.Locale;

/** What the keys of a map are, as far as it matters for a leak. */
public enum KeyKind {
  /** Nothing that keeps more alive than itself. */
  PLAIN,
  /** {@code *T}: each key keeps a T alive. */
  POINTER,
  /** Strings converted from bytes on the spot: a copy of them for each new key. */
  STRING_OF_BYTES,
  /** Parts of such strings: each keeps the whole string alive. */
  PART_OF_STRING_OF_BYTES,
  /** Interfaces. */
  INTERFACE;

  /** Name in JSON. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

package io.mapleak.source;

import java.util.Locale;

/** What the values of a map are, as far as it matters for a leak. */
public enum ValueKind {
  /** No pointer of its own. */
  PLAIN,
  /** {@code *T}, or a slice, map, string or struct with pointers. */
  POINTER,
  /** Functions: each keeps alive what it has captured. */
  FUNCTION,
  /** Interfaces: what they hold can't be seen from the type. */
  INTERFACE,
  /** Channels. */
  CHANNEL;

  /** Name in JSON. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

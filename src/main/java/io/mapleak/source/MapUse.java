package io.mapleak.source;

import java.util.Locale;

/**
 * A place that does something to a map.
 *
 * @param kind what
 * @param at where
 * @param function name of the function there
 * @param text Go text, shortened
 */
public record MapUse(Kind kind, Place at, String function, String text) {
  /** What is done. */
  public enum Kind {
    INSERT,
    /** {@code delete}, or a method of sync.Map that deletes. */
    DELETE,
    /** {@code clear}. */
    CLEAR,
    /** The variable gets its first map. */
    MAKE,
    /** The variable gets another map, or nil. */
    REMAKE,
    /** Something is done about a length over a constant. */
    BOUND,
    /** The same over a limit that is set elsewhere, which may be any. */
    CONFIGURED_BOUND,
    /** It is handed to code that is not followed. */
    ESCAPE;

    /** Name in JSON. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}

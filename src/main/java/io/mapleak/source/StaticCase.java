package io.mapleak.source;

import java.util.List;

/**
 * A place in source that may leak or fail, as the source alone shows it.
 *
 * @param kind what
 * @param function symbol of the function, as a profile would name it
 * @param file as a -trimpath build names it; below the root where no module tells it
 * @param line line of the statement
 * @param title what holds the map, e.g. {@code field store.Cache.items}
 * @param type Go type of the map
 * @param reasons what shows it, with places
 */
public record StaticCase(
    Kind kind,
    String function,
    String file,
    int line,
    String title,
    String type,
    List<String> reasons) {
  public StaticCase {
    reasons = List.copyOf(reasons);
  }

  /** What may be wrong. */
  public enum Kind {
    /** Entries are added and nothing ends them. */
    GROWS,
    /** The same, and the keys are pointers. */
    POINTER_KEYS,
    /** The same, and the keys are strings made of bytes. */
    BYTE_KEYS,
    /** The same, and the values are functions or interfaces. */
    PINNING_VALUES,
    /** Written, but made nowhere. */
    NEVER_MADE,
    /** Written by goroutines with no lock in sight. */
    UNLOCKED,
    /** Made without a size although the number of entries is known. */
    NO_HINT
  }
}

package io.mapleak.simulator.workload;

/**
 * What happens at once: at a moment of a phase, or again and again.
 *
 * @param nanos since the phase began, or between two times
 * @param repeated whether it comes again after the same time, until the phase ends
 * @param action what is done
 * @param amount entries, or their share from 0 to 1; 0 for actions on the whole map
 * @param share whether {@code amount} is a share
 * @param keys which entries
 */
public record Event(
    long nanos, boolean repeated, Action action, double amount, boolean share, KeyChoice keys) {
  /** What is done. */
  public enum Action {
    /** Inserts so many keys. */
    INSERT("insert"),
    /** Deletes so many entries, or a share of them. */
    DELETE("delete"),
    /** {@code clear(m)}. */
    CLEAR("clear"),
    /** Makes a map of the right size and copies all entries to it. */
    REBUILD("rebuild"),
    /** {@code m = make(map[K]V, hint)}: begins anew with an empty map. */
    MAKE("make"),
    /** {@code for range m}. */
    RANGE("range");

    private final String word;

    Action(String word) {
      this.word = word;
    }

    /** Name in the text format. */
    public String word() {
      return word;
    }

    /** Whether it is told for how many entries. */
    public boolean hasAmount() {
      return this == INSERT || this == DELETE;
    }
  }

  public Event {
    if (nanos < 0 || (repeated && nanos == 0)) {
      throw new IllegalArgumentException("an event has a moment, a repeated one a time between");
    }
    if (!(amount >= 0 && amount < Double.POSITIVE_INFINITY) || (share && amount > 1)) {
      throw new IllegalArgumentException("an event is about 0 or more entries, or 0 to 100 %");
    }
    if (action.hasAmount() ? share && action == Action.INSERT : amount != 0) {
      throw new IllegalArgumentException(action.word() + " does not take this amount");
    }
  }

  /** An action on the whole map, again and again. */
  public static Event every(long nanos, Action action) {
    return new Event(nanos, true, action, 0, false, KeyChoice.UNIFORM);
  }

  /** An action on the whole map at a moment of the phase. */
  public static Event at(long nanos, Action action) {
    return new Event(nanos, false, action, 0, false, KeyChoice.UNIFORM);
  }

  /** Deletes of a share of the entries. */
  public static Event delete(long nanos, double share) {
    return new Event(nanos, false, Action.DELETE, share, true, KeyChoice.UNIFORM);
  }

  /** Inserts of so many new keys. */
  public static Event insert(long nanos, long entries) {
    return new Event(nanos, false, Action.INSERT, entries, false, KeyChoice.SEQUENTIAL);
  }
}

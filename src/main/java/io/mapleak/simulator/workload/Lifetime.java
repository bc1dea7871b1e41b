package io.mapleak.simulator.workload;

/**
 * How long after its insert an entry is deleted.
 *
 * @param first the time, the least time, or the mean, nanoseconds
 * @param second the longest time of {@link Kind#UNIFORM}; else 0
 */
public record Lifetime(Kind kind, long first, long second) {
  /** Distributions. */
  public enum Kind {
    /** Until something else deletes it. */
    FOREVER,
    /** A fixed time after the insert. */
    FIXED,
    /** A fixed time after the last insert or update. */
    IDLE,
    /** Any time between two. */
    UNIFORM,
    /** Memoryless, with this mean. */
    EXPONENTIAL
  }

  /** Until something else deletes it. */
  public static final Lifetime FOREVER = new Lifetime(Kind.FOREVER, 0, 0);

  public Lifetime {
    boolean right =
        switch (kind) {
          case FOREVER -> first == 0 && second == 0;
          case FIXED, IDLE, EXPONENTIAL -> first > 0 && second == 0;
          case UNIFORM -> first >= 0 && second > first;
        };
    if (!right) {
      throw new IllegalArgumentException("no such lifetime: " + first + ", " + second);
    }
  }

  /** A TTL that is not refreshed. */
  public static Lifetime fixed(long nanos) {
    return new Lifetime(Kind.FIXED, nanos, 0);
  }
}

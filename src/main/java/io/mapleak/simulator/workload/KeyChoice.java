package io.mapleak.simulator.workload;

/**
 * Which keys operations go to: of a key space 0 to {@code space} - 1, or, without one, of the keys
 * that are in the map (an insert without one makes a new key each time).
 *
 * @param first exponent of Zipf's law, or share of the keys that are hot, 0 to 1; else 0
 * @param second share of the operations that go to hot keys, 0 to 1; else 0
 * @param space keys to choose of, or 0 for those that are in the map
 */
public record KeyChoice(Kind kind, double first, double second, long space) {
  /** Distributions. */
  public enum Kind {
    /** One after the other; deletes take the oldest. */
    SEQUENTIAL("sequential"),
    /** The one that was inserted last. */
    NEWEST("newest"),
    /** Each as likely as any other. */
    UNIFORM("uniform"),
    /** The k-th key as likely as k to the power of minus s. */
    ZIPF("zipf"),
    /** Some keys get most of the operations, evenly; the others the rest, evenly. */
    HOT("hot");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** Name in the text format. */
    public String word() {
      return word;
    }
  }

  /** Most keys of a key space: what the bookkeeping of a run can hold. */
  public static final long MAX_SPACE = 50_000_000;

  /** Largest exponent of Zipf's law: beyond it nearly all operations go to one key. */
  public static final double MAX_EXPONENT = 10;

  /** One after the other. */
  public static final KeyChoice SEQUENTIAL = new KeyChoice(Kind.SEQUENTIAL, 0, 0, 0);

  /** The one that was inserted last, of those that are there. */
  public static final KeyChoice NEWEST = new KeyChoice(Kind.NEWEST, 0, 0, 0);

  /** Any of those that are there. */
  public static final KeyChoice UNIFORM = new KeyChoice(Kind.UNIFORM, 0, 0, 0);

  public KeyChoice {
    if (space < 0 || space > MAX_SPACE) {
      throw new IllegalArgumentException("a key space has 1 to " + MAX_SPACE + " keys");
    }
    boolean right =
        switch (kind) {
          case SEQUENTIAL, NEWEST, UNIFORM -> first == 0 && second == 0;
          case ZIPF -> first > 0 && first <= MAX_EXPONENT && second == 0;
          case HOT -> first > 0 && first < 1 && second >= 0 && second <= 1;
        };
    if (!right || (kind == Kind.NEWEST && space > 0)) {
      throw new IllegalArgumentException("no such distribution: " + first + ", " + second);
    }
  }

  /** Zipf's law among the keys that are there, the first of them the likeliest. */
  public static KeyChoice zipf(double exponent) {
    return new KeyChoice(Kind.ZIPF, exponent, 0, 0);
  }

  /** A hot set among the keys that are there. */
  public static KeyChoice hot(double keys, double operations) {
    return new KeyChoice(Kind.HOT, keys, operations, 0);
  }

  /** The same distribution over a key space. */
  public KeyChoice of(long keys) {
    return new KeyChoice(kind, first, second, keys);
  }

  /** Whether keys are chosen of a key space. */
  public boolean hasSpace() {
    return space > 0;
  }
}

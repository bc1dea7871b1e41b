package io.mapleak.simulator.workload;

/**
 * Operations of one kind, evenly spread over a phase.
 *
 * @param miss share of lookups, 0 to 1, for keys that are not there
 */
public record Stream(Kind kind, Rate rate, KeyChoice keys, double miss) {
  /** What is done. */
  public enum Kind {
    /** Assigns new keys, or keys of a key space that may be there already. */
    INSERT("insert"),
    /** Assigns keys that are there. */
    UPDATE("update"),
    /** Deletes keys. */
    DELETE("delete"),
    /** Looks keys up. */
    LOOKUP("lookup");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** Name in the text format. */
    public String word() {
      return word;
    }

    /** The keys where a line names none: new ones, or any that are there. */
    public KeyChoice defaultKeys() {
      return this == INSERT ? KeyChoice.SEQUENTIAL : KeyChoice.UNIFORM;
    }
  }

  public Stream {
    if (!(miss >= 0 && miss <= 1) || (miss > 0 && kind != Kind.LOOKUP)) {
      throw new IllegalArgumentException("only lookups miss, and by 0 to 100 %");
    }
    if (kind == Kind.INSERT && !keys.hasSpace() && !keys.equals(KeyChoice.SEQUENTIAL)) {
      throw new IllegalArgumentException("keys to insert are new ones, or chosen of a key space");
    }
  }

  /** Operations with the keys that are usual for their kind. */
  public static Stream of(Kind kind, Rate rate) {
    return new Stream(kind, rate, kind.defaultKeys(), 0);
  }
}

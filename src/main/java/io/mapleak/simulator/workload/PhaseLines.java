package io.mapleak.simulator.workload;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the lines of one phase. */
final class PhaseLines {
  /** The words that begin a line of a phase. */
  static final String WORDS = "insert, update, delete, lookup, lifetime, at or every";

  private static final String CHOICE_FORM =
      "keys are sequential, newest, uniform, zipf EXPONENT or hot KEYS% OPERATIONS%, and of COUNT"
          + " for a key space, e.g. zipf 1.1 of 100000";
  private static final String LIFETIME_FORM =
      "a lifetime is none, TIME, idle TIME, mean TIME or TIME to TIME, e.g. lifetime 30m";

  private final String name;
  private final long nanos;
  private final List<Stream> streams = new ArrayList<>();
  private final List<Event> events = new ArrayList<>();
  private @Nullable Lifetime lifetime;

  /** A phase of a length above 0. */
  PhaseLines(String name, long nanos) {
    this.name = name;
    this.nanos = nanos;
  }

  Phase phase() {
    return new Phase(name, nanos, streams, lifetime == null ? Lifetime.FOREVER : lifetime, events);
  }

  /** Reads a line; false when its first word is none of a phase. */
  boolean read(Words words) throws WorkloadException {
    String word = words.peek();
    for (Stream.Kind kind : Stream.Kind.values()) {
      if (kind.word().equals(word)) {
        words.next();
        streams.add(stream(kind, words));
        return true;
      }
    }
    switch (word) {
      case "lifetime" -> {
        words.next();
        if (lifetime != null) {
          throw words.wrong("the lifetime of this phase is told twice", "one line of it");
        }
        lifetime = lifetime(words);
      }
      case "at", "every" -> events.add(EventLine.read(words, nanos));
      default -> {
        return false;
      }
    }
    return true;
  }

  private Stream stream(Stream.Kind kind, Words words) throws WorkloadException {
    String form =
        kind.word()
            + " is followed by COUNT/s, COUNT/min, COUNT/h, COUNT/d or COUNT in the phase, e.g. "
            + kind.word()
            + " 50/s";
    Rate rate = Quantities.rate(words, form);
    OperationLimit.checkOperations(rate.in(nanos), words);
    KeyChoice keys = choice(words, kind.defaultKeys());
    if (kind == Stream.Kind.INSERT) {
      needSpace(words, keys);
    }
    double miss = 0;
    if (kind == Stream.Kind.LOOKUP && words.skip("miss")) {
      miss = Quantities.share(words, "miss is followed by the share of misses, e.g. miss 5%");
    }
    words.end(CHOICE_FORM);
    return new Stream(kind, rate, keys, miss);
  }

  /** Fails where inserts are told a distribution but no key space. */
  static void needSpace(Words words, KeyChoice keys) throws WorkloadException {
    if (keys.equals(KeyChoice.NEWEST)) {
      throw words.wrong("what is inserted is the newest key", "leave newest out");
    }
    if (!keys.hasSpace() && !keys.equals(KeyChoice.SEQUENTIAL)) {
      throw words.wrong(
          "inserts make new keys, unless there is a key space to choose of",
          "add its size, e.g. " + keys.kind().word() + " ... of 100000");
    }
  }

  /** Which keys, or the usual ones where the line does not tell. */
  static KeyChoice choice(Words words, KeyChoice usual) throws WorkloadException {
    KeyChoice choice = usual;
    String word = words.peek();
    if (word.isEmpty() || word.equals("miss")) {
      return choice;
    }
    if (!word.equals("of")) {
      words.next();
      choice =
          switch (word) {
            case "sequential" -> KeyChoice.SEQUENTIAL;
            case "newest" -> KeyChoice.NEWEST;
            case "uniform" -> KeyChoice.UNIFORM;
            case "zipf" -> zipf(words);
            case "hot" -> hot(words);
            default -> throw words.wrong("there are no '" + word + "' keys", CHOICE_FORM);
          };
    }
    if (words.skip("of")) {
      if (choice.equals(KeyChoice.NEWEST)) {
        throw words.wrong("the newest key is one that is there", "leave the key space out");
      }
      long space = Quantities.whole(words, CHOICE_FORM);
      if (space < 1 || space > KeyChoice.MAX_SPACE) {
        throw words.wrong(
            "a key space of " + space + " keys can't be run",
            "it has 1 to " + KeyChoice.MAX_SPACE + " keys");
      }
      choice = choice.of(space);
    }
    return choice;
  }

  private static KeyChoice zipf(Words words) throws WorkloadException {
    double exponent = Quantities.number(words, CHOICE_FORM);
    if (exponent <= 0 || exponent > KeyChoice.MAX_EXPONENT) {
      throw words.wrong(
          "Zipf's law has no such exponent", "it is above 0 and at most 10, e.g. zipf 1.1");
    }
    return KeyChoice.zipf(exponent);
  }

  private static KeyChoice hot(Words words) throws WorkloadException {
    double keys = Quantities.share(words, CHOICE_FORM);
    if (keys <= 0 || keys >= 1) {
      throw words.wrong("some keys are hot, not none or all", CHOICE_FORM);
    }
    return KeyChoice.hot(keys, Quantities.share(words, CHOICE_FORM));
  }

  private static Lifetime lifetime(Words words) throws WorkloadException {
    Lifetime lifetime;
    if (words.skip("none")) {
      lifetime = Lifetime.FOREVER;
    } else if (words.skip("idle")) {
      lifetime = new Lifetime(Lifetime.Kind.IDLE, positive(words), 0);
    } else if (words.skip("mean")) {
      lifetime = new Lifetime(Lifetime.Kind.EXPONENTIAL, positive(words), 0);
    } else if (words.hasNext()) {
      lifetime = timeOrRange(words);
    } else {
      words.next();
      throw words.wrong("the lifetime is missing", LIFETIME_FORM);
    }
    words.end(LIFETIME_FORM);
    return lifetime;
  }

  private static Lifetime timeOrRange(Words words) throws WorkloadException {
    long first = Quantities.duration(words);
    if (!words.skip("to")) {
      if (first == 0) {
        throw words.wrong("a lifetime of 0 leaves no entry", LIFETIME_FORM);
      }
      return Lifetime.fixed(first);
    }
    long second = Quantities.duration(words);
    if (second <= first) {
      throw words.wrong("a range of lifetimes goes up", LIFETIME_FORM);
    }
    return new Lifetime(Lifetime.Kind.UNIFORM, first, second);
  }

  private static long positive(Words words) throws WorkloadException {
    long time = Quantities.duration(words);
    if (time == 0) {
      throw words.wrong("this time is above 0", LIFETIME_FORM);
    }
    return time;
  }
}

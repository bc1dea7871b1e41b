package io.mapleak.simulator.alternative;

import io.mapleak.gomap.GoVersion;
import io.mapleak.gomap.MapType;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * An alternative as it was asked for.
 *
 * @param number its number, or 0 where none was told
 */
public record AlternativeChoice(Alternative alternative, long number) {
  /** The map as the workload has it. */
  public static final AlternativeChoice MAP = new AlternativeChoice(Alternative.MAP, 0);

  private static final String NUMBER = "[1-9][0-9]{0,8}";

  /**
   * Reads e.g. {@code rebuild=100000}.
   *
   * @throws IllegalArgumentException where there is no such alternative; the message says what
   *     there is
   */
  public static AlternativeChoice parse(String text) {
    int equals = text.indexOf('=');
    String word = equals < 0 ? text : text.substring(0, equals);
    for (Alternative alternative : Alternative.values()) {
      if (alternative.word().equalsIgnoreCase(word)) {
        return parse(alternative, equals < 0 ? "" : text.substring(equals + 1), equals >= 0);
      }
    }
    throw new IllegalArgumentException("there is " + all() + ", but not '" + text + "'");
  }

  private static AlternativeChoice parse(Alternative alternative, String text, boolean told) {
    String word = alternative.word();
    if (!told) {
      if (alternative.parameter() == Alternative.Parameter.NEEDED) {
        throw new IllegalArgumentException(word + " needs a number, e.g. " + word + "=100000");
      }
      return new AlternativeChoice(alternative, 0);
    }
    if (alternative.parameter() == Alternative.Parameter.NONE) {
      throw new IllegalArgumentException(word + " takes no number");
    }
    if (!text.matches(NUMBER)) {
      throw new IllegalArgumentException(
          word + " is followed by a number above 0, e.g. " + word + "=1000, not '" + text + "'");
    }
    long number = Long.parseLong(text);
    if (alternative == Alternative.SHARDED && number > Alternative.MAX_SHARDS) {
      throw new IllegalArgumentException("there are at most " + Alternative.MAX_SHARDS + " shards");
    }
    return new AlternativeChoice(alternative, number);
  }

  /** Whether it is made for the most entries that the workload ever has. */
  public boolean needsMostEntries() {
    return number == 0
        && (alternative == Alternative.PRESIZED || alternative == Alternative.CUCKOO);
  }

  /**
   * The structure.
   *
   * @param mostEntries of one map in the workload; used where {@link #needsMostEntries}
   */
  public Design design(GoVersion go, MapType type, long mostEntries) {
    return alternative.design(go, type, number, mostEntries);
  }

  private static String all() {
    return Arrays.stream(Alternative.values())
        .map(AlternativeChoice::form)
        .collect(Collectors.joining(", "));
  }

  private static String form(Alternative alternative) {
    return switch (alternative.parameter()) {
      case NONE -> alternative.word();
      case OPTIONAL -> alternative.word() + "[=N]";
      case NEEDED -> alternative.word() + "=N";
    };
  }
}

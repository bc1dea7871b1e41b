package io.mapleak.evidence;

import java.util.List;

/**
 * What the compiler said of escapes, by {@code go build -gcflags=-m} or {@code -m -m}. Immutable.
 *
 * @param facts in the order of the output, each once
 */
public record EscapeFacts(List<Fact> facts) implements Observation {
  /**
   * One value that lives on the heap.
   *
   * @param file as the compiler names it, without a leading {@code ./}
   * @param line line
   * @param column column
   * @param subject the expression or variable, e.g. {@code &Session{...}} or {@code
   *     make(map[int]T)}
   * @param moved whether it is a variable that was moved to the heap
   * @param flow the first step by which it escapes; empty without {@code -m -m}
   */
  public record Fact(
      String file, long line, long column, String subject, boolean moved, String flow) {}

  public EscapeFacts {
    facts = List.copyOf(facts);
  }

  /**
   * Facts of one source line. Compilers name files from where they ran, profiles in full, so the
   * shorter name must end the longer one.
   */
  public List<Fact> at(String file, long line) {
    return facts.stream().filter(fact -> fact.line() == line && same(fact.file(), file)).toList();
  }

  private static boolean same(String one, String other) {
    return one.equals(other) || one.endsWith("/" + other) || other.endsWith("/" + one);
  }
}

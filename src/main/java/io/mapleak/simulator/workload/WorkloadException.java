package io.mapleak.simulator.workload;

/**
 * A workload's text that can't be read. The message is one line: {@code file:line:column: problem:
 * expected form}.
 */
public final class WorkloadException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int line;
  private final int column;
  private final String problem;
  private final String expected;

  /**
   * Describes one mistake.
   *
   * @param file the name under which the text was opened
   * @param line counted from 1
   * @param column counted from 1, in characters
   * @param problem what is wrong
   * @param expected the right form, with an example
   */
  public WorkloadException(String file, int line, int column, String problem, String expected) {
    super(file + ":" + line + ":" + column + ": " + problem + ": " + expected);
    this.line = line;
    this.column = column;
    this.problem = problem;
    this.expected = expected;
  }

  /** Line of the mistake, from 1. */
  public int line() {
    return line;
  }

  /** Column of the mistake, from 1. */
  public int column() {
    return column;
  }

  /** What is wrong, without place and cure. */
  public String problem() {
    return problem;
  }

  /** The right form. */
  public String expected() {
    return expected;
  }
}

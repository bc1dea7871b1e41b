package io.mapleak.gomap.syntax;

/** Text that is no Go type, or a type whose size is not known or that can't be what it is for. */
public class TypeException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int column;
  private final String problem;

  TypeException(int column, String problem) {
    super(problem + " (column " + column + ")");
    this.column = column;
    this.problem = problem;
  }

  /** The same fault in a text that has so many characters more before it. */
  TypeException movedBy(int characters) {
    return new TypeException(column + characters, problem);
  }

  /** What is wrong, without place. */
  public String problem() {
    return problem;
  }

  /** Where the fault was noticed: characters from the start of the text, from 1. */
  public int column() {
    return column;
  }
}

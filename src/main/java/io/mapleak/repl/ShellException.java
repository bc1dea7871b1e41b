package io.mapleak.repl;

/** A line that can't be run, told in one sentence. */
final class ShellException extends Exception {
  private static final long serialVersionUID = 1L;

  ShellException(String message) {
    super(message);
  }

  static ShellException noCommand(String word) {
    return new ShellException("there is no command '" + word + "': help lists all");
  }
}

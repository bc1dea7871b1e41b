package io.mapleak.repl;

import io.mapleak.command.ExitCode;

/**
 * What became of a line.
 *
 * @param code an exit code of the command line
 * @param leave whether the shell is to end
 */
record Outcome(int code, boolean leave) {
  static final Outcome DONE = new Outcome(ExitCode.OK, false);
  static final Outcome WRONG = new Outcome(ExitCode.USAGE, false);
  static final Outcome LEAVE = new Outcome(ExitCode.OK, true);

  /** Findings and open questions are results; whatever else is not 0 is an error. */
  boolean isError() {
    return code != ExitCode.OK && code != ExitCode.FINDINGS && code != ExitCode.INCONCLUSIVE;
  }
}

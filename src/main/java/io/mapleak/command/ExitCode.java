package io.mapleak.command;

/** Exit codes of the tool; scripts rely on them. */
public final class ExitCode {
  /** Nothing at or above the gate. */
  public static final int OK = 0;

  /** Findings at or above {@code --fail-on}. */
  public static final int FINDINGS = 1;

  /** Wrong usage or configuration. */
  public static final int USAGE = 2;

  /** An input could not be read; what could be read is reported all the same. */
  public static final int UNREADABLE = 3;

  /** The inputs can't tell, and {@code --strict} was given. */
  public static final int INCONCLUSIVE = 4;

  /** A fault of the tool itself. */
  public static final int INTERNAL = 70;

  private ExitCode() {}
}

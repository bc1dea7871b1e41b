package io.mapleak.simulator.trace;

import java.io.IOException;

/** A damaged trace: {@code file: line N: problem: cure}. */
public final class TraceException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * Describes one fault.
   *
   * @param line counted from 1; 0 where there is none to name
   */
  public TraceException(String file, long line, String problem, String cure) {
    super(file + ": " + (line > 0 ? "line " + line + ": " : "") + problem + ": " + cure);
  }
}

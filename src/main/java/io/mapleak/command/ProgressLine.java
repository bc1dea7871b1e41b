package io.mapleak.command;

import io.mapleak.analysis.Progress;
import io.mapleak.report.PlainText;
import java.io.PrintWriter;
import java.util.function.LongSupplier;

/**
 * Shows on a terminal how far the reading is, in one line that is erased at the end. Work of less
 * than a second shows nothing.
 */
final class ProgressLine implements Progress, AutoCloseable {
  private static final long QUIET_NANOS = 1_000_000_000L;

  /** Between two updates, so that drawing costs nothing. */
  private static final long STEP_NANOS = 100_000_000L;

  /** Columns of a name: the whole line stays within 60. */
  private static final int NAME_WIDTH = 35;

  /** To the begin of the line, and erase it (ECMA-48 EL). */
  private static final String ERASE = "\r\u001b[K";

  private final PrintWriter err;
  private final boolean terminal;
  private final LongSupplier clock;
  private final long start;
  private long shown;
  private boolean visible;

  /**
   * Begins to wait.
   *
   * @param terminal whether {@code err} is one; otherwise nothing is ever shown
   * @param clock nanoseconds from any moment on
   */
  ProgressLine(PrintWriter err, boolean terminal, LongSupplier clock) {
    this.err = err;
    this.terminal = terminal;
    this.clock = clock;
    this.start = clock.getAsLong();
  }

  @Override
  public void read(int done, int total, String path) {
    long now = clock.getAsLong();
    if (!terminal || now - start < QUIET_NANOS || (visible && now - shown < STEP_NANOS)) {
      return;
    }
    String name = PlainText.of(path);
    String end = name.substring(Math.max(0, name.length() - NAME_WIDTH));
    err.print(ERASE + "reading " + done + " of " + total + "  " + end);
    err.flush();
    shown = now;
    visible = true;
  }

  @Override
  public void close() {
    if (visible) {
      err.print(ERASE);
      err.flush();
      visible = false;
    }
  }
}

package io.mapleak.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;

/**
 * Where a view is written: stops at the first write that fails, as when the reader of a pipe has
 * gone, and keeps what a symbol name may hold from commanding a terminal. Closing it flushes only.
 */
final class ViewWriter extends Writer {
  private final PrintWriter out;
  private final boolean terminal;

  ViewWriter(PrintWriter out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  @Override
  public void write(char[] text, int start, int length) throws IOException {
    if (terminal) {
      for (int i = start; i < start + length; i++) {
        if (isSafe(text[i])) {
          out.write(text[i]);
        }
      }
    } else {
      out.write(text, start, length);
    }
    if (out.checkError()) {
      throw new IOException("the output is closed");
    }
  }

  private static boolean isSafe(char c) {
    return c == '\n' || c == '\t' || !Character.isISOControl(c);
  }

  @Override
  public void flush() {
    out.flush();
  }

  @Override
  public void close() {
    out.flush();
  }
}

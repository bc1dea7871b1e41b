package io.mapleak.repl;

import io.mapleak.command.FlameViewer;
import io.mapleak.command.StandardOutput;
import io.mapleak.report.PlainText;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The outputs of a process that is no terminal. */
final class PlainScreen implements Screen {
  private final PrintWriter out;
  private final PrintWriter err;

  PlainScreen(PrintWriter out, PrintWriter err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public void show(byte[] output) {
    try {
      if (out instanceof StandardOutput standard) {
        standard.bytes().write(output);
        standard.bytes().flush();
      } else {
        out.print(new String(output, StandardCharsets.UTF_8));
        out.flush();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void tell(String message) {
    message.lines().forEach(line -> err.print(PlainText.of(line) + "\n"));
    err.flush();
  }

  @Override
  public void walk(FlameViewer.Graphs graphs) {
    throw new IllegalStateException("no terminal");
  }

  @Override
  public Window window() {
    return Window.NONE;
  }
}

package io.mapleak.repl;

import io.mapleak.command.FlameViewer;
import io.mapleak.repl.flame.FlameBrowser;
import io.mapleak.report.PlainText;
import io.mapleak.report.TextStyle;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import org.jline.builtins.Less;
import org.jline.builtins.Source;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jspecify.annotations.Nullable;

/**
 * A terminal: what does not fit on it is paged. Output waits for {@link #flush}, so that a line
 * that was stopped shows nothing more.
 */
final class TerminalScreen implements Screen {
  /** Rows that the prompt needs below. */
  private static final int PROMPT_ROWS = 1;

  private final Terminal terminal;
  private final boolean paged;
  private final TextStyle style;
  private byte @Nullable [] waiting;
  private FlameViewer.@Nullable Graphs flames;

  /**
   * Shows on a terminal.
   *
   * @param paged whether long output stops at each screenful
   * @param style which colours and characters it has
   */
  TerminalScreen(Terminal terminal, boolean paged, TextStyle style) {
    this.terminal = terminal;
    this.paged = paged;
    this.style = style;
  }

  @Override
  public synchronized void show(byte[] output) {
    if (!Thread.currentThread().isInterrupted()) {
      waiting = output;
    }
  }

  @Override
  public void tell(String message) {
    message.lines().forEach(line -> terminal.writer().println(PlainText.of(line)));
    terminal.flush();
  }

  @Override
  public synchronized void walk(FlameViewer.Graphs graphs) {
    if (!Thread.currentThread().isInterrupted()) {
      flames = graphs;
    }
  }

  @Override
  public Window window() {
    return new Window(true, terminal.getWidth(), !SystemTerminal.isDumb(terminal));
  }

  /** Shows what waits. */
  void flush() {
    FlameViewer.Graphs graphs = takenFlames();
    if (graphs != null) {
      FlameBrowser.run(terminal, graphs, style);
    }
    byte[] output = taken();
    if (output == null) {
      return;
    }
    if (paged && rows(output) > terminal.getHeight() - PROMPT_ROWS && terminal.getHeight() > 0) {
      page(output);
    } else {
      terminal.writer().print(new String(output, StandardCharsets.UTF_8));
      terminal.flush();
    }
  }

  private synchronized byte @Nullable [] taken() {
    byte[] output = waiting;
    waiting = null;
    return output;
  }

  private synchronized FlameViewer.@Nullable Graphs takenFlames() {
    FlameViewer.Graphs graphs = flames;
    flames = null;
    return graphs;
  }

  /** Rows that a text takes; counts no further than one screenful. */
  private int rows(byte[] output) {
    int width = Math.max(1, terminal.getWidth());
    int rows = 0;
    String text = new String(output, StandardCharsets.UTF_8);
    for (Iterator<String> lines = text.lines().iterator(); lines.hasNext(); ) {
      int columns = AttributedString.fromAnsi(lines.next()).columnLength();
      rows += Math.max(1, (columns + width - 1) / width);
      if (rows > terminal.getHeight()) {
        return rows;
      }
    }
    return rows;
  }

  private void page(byte[] output) {
    Less less = new Less(terminal, Path.of("").toAbsolutePath());
    less.quitAtSecondEof = false;
    less.chopLongLines = true;
    try {
      less.run(new Source.InputStreamSource(new ByteArrayInputStream(output), true, "q leaves"));
    } catch (IOException e) {
      tell("mapleak: the pager failed: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

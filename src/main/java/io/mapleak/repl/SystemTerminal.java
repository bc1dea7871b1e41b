package io.mapleak.repl;

import java.io.IOException;
import java.nio.charset.Charset;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** The terminal of this process. */
final class SystemTerminal {
  private SystemTerminal() {}

  /** Opens it; where it can't be controlled, one that only prints. */
  static Terminal open(Charset charset) throws IOException {
    return TerminalBuilder.builder().system(true).dumb(true).encoding(charset).build();
  }

  /** Whether a terminal can do nothing but print. */
  static boolean isDumb(Terminal terminal) {
    return terminal.getType().startsWith(Terminal.TYPE_DUMB);
  }
}

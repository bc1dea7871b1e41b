package io.mapleak.repl;

import java.io.IOException;
import java.nio.charset.Charset;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.Signals;

/** The terminal of this process. */
final class SystemTerminal {
  private SystemTerminal() {}

  /** Opens it; where it can't be controlled, one that only prints. */
  static Terminal open(Charset charset) throws IOException {
    Terminal terminal = TerminalBuilder.builder().system(true).dumb(true).encoding(charset).build();
    if (isDumb(
        terminal)) { // JLine leaves Ctrl-C of such a one to the system, which ends the process
      Signals.register(Signal.INT.name(), () -> terminal.raise(Signal.INT));
    }
    return terminal;
  }

  /** Whether a terminal can do nothing but print. */
  static boolean isDumb(Terminal terminal) {
    return terminal.getType().startsWith(Terminal.TYPE_DUMB);
  }
}

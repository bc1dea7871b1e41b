package io.mapleak.repl;

import io.mapleak.command.FlameViewer;
import io.mapleak.command.Surroundings;
import io.mapleak.repl.flame.FlameBrowser;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jline.terminal.Terminal;

/** Shows flame graphs on the terminal of this process, for a command that runs alone. */
public final class TerminalFlame implements FlameViewer {
  private final Surroundings surroundings;

  /** Takes the surroundings of the command. */
  public TerminalFlame(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public boolean show(Graphs graphs) {
    try (Terminal terminal = SystemTerminal.open(surroundings.charset())) {
      if (SystemTerminal.isDumb(terminal)) {
        return false;
      }
      FlameBrowser.run(terminal, graphs, surroundings.style(Surroundings.Color.AUTO));
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

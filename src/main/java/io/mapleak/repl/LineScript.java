package io.mapleak.repl;

import java.io.BufferedReader;
import java.io.IOException;

/** Runs lines of a file or of the standard input, up to the first that fails. */
final class LineScript {
  private final Shell shell;
  private final Screen screen;

  LineScript(Shell shell, Screen screen) {
    this.shell = shell;
    this.screen = screen;
  }

  /**
   * Runs all lines.
   *
   * @param name of the file, for messages
   * @return the exit code: 0, or that of the line that failed
   */
  int run(String name, BufferedReader lines) throws IOException {
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      Outcome outcome = shell.run(line);
      if (outcome.leave()) {
        return outcome.code();
      }
      if (outcome.isError()) {
        screen.tell("mapleak: " + name + ":" + number + ": stopped at: " + line.strip());
        return outcome.code();
      }
    }
    return 0;
  }
}

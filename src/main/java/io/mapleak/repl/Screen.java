package io.mapleak.repl;

import io.mapleak.command.FlameViewer;

/** Where a shell shows what its lines give. */
interface Screen {
  /** Shows the output of a line. */
  void show(byte[] output);

  /** Shows a message, which is no output. */
  void tell(String message);

  /** Lets the user walk flame graphs; only where the window says that this is possible. */
  void walk(FlameViewer.Graphs graphs);

  /** What it is now. */
  Window window();
}

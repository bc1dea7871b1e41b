package io.mapleak.repl;

/** Where a shell shows what its lines give. */
interface Screen {
  /** Shows the output of a line. */
  void show(byte[] output);

  /** Shows a message, which is no output. */
  void tell(String message);

  /** Whether it is a terminal, so that colours make sense and control characters none. */
  boolean isTerminal();

  /** Columns of a line; 0: not known. */
  int columns();
}

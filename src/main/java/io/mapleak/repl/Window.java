package io.mapleak.repl;

/**
 * What the output of a line is shown on.
 *
 * @param terminal whether it is a terminal, so that colours make sense and control characters none
 * @param columns of a line; 0: not known
 * @param walkable whether a user can walk a flame graph on it
 */
record Window(boolean terminal, int columns, boolean walkable) {
  /** A file, a pipe, or nothing. */
  static final Window NONE = new Window(false, 0, false);
}

package io.mapleak.repl.flame;

/** A line that is typed: Enter ends it, Escape or Ctrl-C drops it. */
final class SearchLine {
  private static final int INTERRUPT = 3;
  private static final int BACKSPACE = '\b';
  private static final int KILL_LINE = 0x15;
  private static final int ESCAPE = 0x1b;
  private static final int DELETE = 0x7f;

  private final StringBuilder text = new StringBuilder();
  private boolean done;

  /** Takes a character, -1 at the end of the input; false when no more are wanted. */
  boolean type(int c) {
    switch (c) {
      case '\r', '\n' -> {
        done = true;
        return false;
      }
      case -1, INTERRUPT, ESCAPE -> {
        return false;
      }
      case BACKSPACE, DELETE -> {
        if (text.isEmpty()) {
          return false;
        }
        text.setLength(text.offsetByCodePoints(text.length(), -1));
      }
      case KILL_LINE -> text.setLength(0);
      default -> {
        if (!Character.isISOControl(c)) {
          text.append((char) c);
        }
      }
    }
    return true;
  }

  String text() {
    return text.toString();
  }

  /** Whether it was ended by Enter. */
  boolean isDone() {
    return done;
  }
}

package io.mapleak.simulator.workload;

/** The words of one line, read one after the other, with their columns. */
final class Words {
  private final String file;
  private final int line;
  private final String text;
  private int next;
  private int start;

  /** The words of a line, without its comment: from a # at its beginning or behind a space. */
  Words(String file, int line, String text) {
    this.file = file;
    this.line = line;
    this.text = withoutComment(text);
  }

  private static String withoutComment(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '#' && (i == 0 || Character.isWhitespace(text.charAt(i - 1)))) {
        return text.substring(0, i).stripTrailing();
      }
    }
    return text.stripTrailing();
  }

  int line() {
    return line;
  }

  /** Whether there is a further word. */
  boolean hasNext() {
    skipSpace();
    return next < text.length();
  }

  /** The next word, or an empty one at the end of the line. */
  String next() {
    skipSpace();
    start = next;
    while (next < text.length() && !Character.isWhitespace(text.charAt(next))) {
      next++;
    }
    return text.substring(start, next);
  }

  /** The next word without reading it; empty at the end of the line. */
  String peek() {
    int next = this.next;
    int start = this.start;
    String word = next();
    this.next = next;
    this.start = start;
    return word;
  }

  /** Reads the next word if it is this one. */
  boolean skip(String word) {
    if (peek().equals(word)) {
      next();
      return true;
    }
    return false;
  }

  /** All that is left of the line. */
  String rest() {
    skipSpace();
    start = next;
    next = text.length();
    return text.substring(start);
  }

  private void skipSpace() {
    while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
      next++;
    }
  }

  /** A mistake in the word that was read last, or missing behind the line's end. */
  WorkloadException wrong(String problem, String expected) {
    return wrong(0, problem, expected);
  }

  /** A mistake so many characters into the word that was read last. */
  WorkloadException wrong(int offset, String problem, String expected) {
    return new WorkloadException(file, line, start + offset + 1, problem, expected);
  }

  /** Fails when there is a further word. */
  void end(String expected) throws WorkloadException {
    if (hasNext()) {
      String word = next();
      throw wrong("'" + word + "' is one word too many", expected);
    }
  }
}

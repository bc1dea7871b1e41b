package io.mapleak.site;

/**
 * A line of Go code, as the profile names it.
 *
 * @param function full symbol name, e.g. {@code example.com/shop/session.(*Store).put}
 * @param file source file, exactly as in the profile; may be empty
 * @param line line number; 0 when the profile has none
 */
public record CodeLine(String function, String file, long line) implements Comparable<CodeLine> {
  @Override
  public int compareTo(CodeLine other) {
    int byFunction = function.compareTo(other.function);
    if (byFunction != 0) {
      return byFunction;
    }
    int byLine = Long.compare(line, other.line);
    return byLine != 0 ? byLine : file.compareTo(other.file);
  }
}

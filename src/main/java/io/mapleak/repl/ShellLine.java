package io.mapleak.repl;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line cut into words: blanks part words, quotes of either kind hold them together, {@code //:}
 * begins a comment as in pprof, {@code #} does so at the begin of a line. A {@code >} at the begin
 * of a word, or a {@code |} that stands alone, says where the output goes; inside a word both
 * belong to a pattern.
 *
 * @param words the command and its arguments; empty of an empty line
 * @param target where the output goes; null: to the screen
 */
record ShellLine(List<String> words, @Nullable Target target) {
  private static final String COMMENT = "//:";

  /** Where output goes. */
  sealed interface Target {}

  /**
   * A file.
   *
   * @param name its path
   * @param append whether what it holds stays
   */
  record ToFile(String name, boolean append) implements Target {}

  /**
   * A command line of the system's shell.
   *
   * @param command as it was written
   */
  record ToCommand(String command) implements Target {}

  ShellLine {
    words = List.copyOf(words);
  }

  /** A word, and where it begins and ends in the line. */
  private record Word(String text, boolean quoted, int start, int end) {}

  static ShellLine parse(String line) throws ShellException {
    List<String> words = new ArrayList<>();
    if (line.stripLeading().startsWith("#")) {
      return new ShellLine(words, null);
    }
    for (int at = 0; ; ) {
      Word word = next(line, at);
      if (word == null || (!word.quoted && word.text.startsWith(COMMENT))) {
        return new ShellLine(words, null);
      }
      if (!word.quoted && word.text.equals("|")) {
        return new ShellLine(words, new ToCommand(command(line.substring(word.end).strip())));
      }
      if (line.charAt(word.start) == '>') {
        return new ShellLine(words, file(line, word));
      }
      words.add(word.text);
      at = word.end;
    }
  }

  private static String command(String rest) throws ShellException {
    if (rest.isEmpty()) {
      throw new ShellException("a command is missing behind |");
    }
    return rest;
  }

  private static Target file(String line, Word word) throws ShellException {
    boolean append = word.text.startsWith(">>");
    String name = word.text.substring(append ? 2 : 1);
    int end = word.end;
    if (name.isEmpty()) {
      Word next = next(line, end);
      if (next == null) {
        throw new ShellException("a file is missing behind >");
      }
      name = next.text;
      end = next.end;
    }
    if (next(line, end) != null) {
      throw new ShellException("nothing may stand behind the file of >");
    }
    return new ToFile(name, append);
  }

  private static @Nullable Word next(String line, int from) throws ShellException {
    int start = from;
    while (start < line.length() && Character.isWhitespace(line.charAt(start))) {
      start++;
    }
    if (start == line.length()) {
      return null;
    }
    StringBuilder text = new StringBuilder();
    char quote = 0;
    boolean quoted = false;
    int at = start;
    for (; at < line.length(); at++) {
      char c = line.charAt(at);
      if (quote == 0 && Character.isWhitespace(c)) {
        break;
      }
      if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
        quoted = true;
      } else if (c == quote) {
        quote = 0;
      } else {
        text.append(c);
      }
    }
    if (quote != 0) {
      throw new ShellException("a quote " + quote + " is not closed");
    }
    return new Word(text.toString(), quoted, start, at);
  }
}

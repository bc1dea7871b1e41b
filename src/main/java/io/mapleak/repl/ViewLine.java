package io.mapleak.repl;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;

/**
 * A line that asks for a view, in pprof's way: words are patterns to focus on, those behind a
 * {@code -} patterns to ignore, a number is the most rows.
 */
final class ViewLine {
  /** Rows of a table where none are asked for, as in pprof's shell. */
  private static final String TOP_ROWS = "10";

  private static final String TAGS = "tags";

  private final Catalog catalog;
  private final String command;
  private final Supplier<Set<String>> functions;
  private final List<String> options = new ArrayList<>();
  private final List<String> focus = new ArrayList<>();
  private final List<String> ignore = new ArrayList<>();
  private String rows;
  private @Nullable String pattern;

  /**
   * Reads a line.
   *
   * @param command the view that its first word means
   * @param functions names of all functions of what is open
   */
  ViewLine(Catalog catalog, String command, List<String> words, Supplier<Set<String>> functions)
      throws ShellException {
    this.catalog = catalog;
    this.command = command;
    this.functions = functions;
    this.rows = words.get(0).replaceFirst("^[a-z]*", "");
    for (int i = 1; i < words.size(); i++) {
      String word = words.get(i);
      OptionSpec option = word.startsWith("-") ? catalog.option(command, word) : null;
      if (option == null) {
        add(word);
      } else {
        options.add(word);
        if (Catalog.wantsNext(option, word)) {
          i++;
          if (i == words.size()) {
            throw new ShellException(word + " wants a value: " + word + "=...");
          }
          options.add(words.get(i));
        }
      }
    }
    if (pattern == null && catalog.needsPattern(command)) {
      throw new ShellException(command + " wants a pattern: " + command + " FUNCTION");
    }
  }

  private void add(String word) throws ShellException {
    if (word.chars().allMatch(c -> c >= '0' && c <= '9')) {
      rows = word;
    } else if (word.startsWith("--")) {
      throw new ShellException(command + " has no option " + word + ": help " + command);
    } else if (word.startsWith("-")) {
      ignore.add(pattern(word.substring(1)));
    } else if (pattern == null && catalog.needsPattern(command)) {
      pattern = pattern(word);
    } else {
      focus.add(pattern(word));
    }
  }

  /** A function's whole name means that function, whatever its characters mean in a pattern. */
  private String pattern(String word) {
    return word.indexOf('*') >= 0 && functions.get().contains(word) ? Pattern.quote(word) : word;
  }

  /** The arguments of the command: what stays, what the line says, and the inputs. */
  List<String> arguments(Settings settings, List<String> inputs) {
    List<String> said = new ArrayList<>(options);
    String tag = command.equals(TAGS) ? "tag" : "";
    addJoined(said, "-" + tag + "focus=", focus);
    addJoined(said, "-" + tag + "ignore=", ignore);
    if (!rows.isEmpty()) {
      said.add("-nodecount=" + rows);
    } else if (command.equals(Catalog.TOP) && settings.value("nodecount") == null) {
      said.add("-nodecount=" + TOP_ROWS);
    }
    List<String> arguments = new ArrayList<>(List.of(command));
    arguments.addAll(settings.arguments(said));
    arguments.addAll(said);
    if (pattern != null) {
      arguments.add(pattern);
    }
    arguments.addAll(inputs);
    return arguments;
  }

  private static void addJoined(List<String> options, String option, List<String> patterns) {
    if (!patterns.isEmpty()) {
      options.add(option + String.join("|", patterns));
    }
  }
}

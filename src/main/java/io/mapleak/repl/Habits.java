package io.mapleak.repl;

import com.google.re2j.Pattern;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Turns a line with pprof's habits into the arguments of a command: {@code top10} and {@code top
 * 10}, patterns to focus on, patterns to ignore behind a {@code -}, and what is open in place of
 * the inputs.
 */
final class Habits {
  /** Other names of commands: pprof's, and short ones of our own. */
  private static final Map<String, String> OTHER_NAMES = Map.of("text", "top");

  /** Rows of a table where none are asked for, as in pprof's shell. */
  private static final String TOP_ROWS = "10";

  private static final String TAGS = "tags";
  private static final String SITE = "--site";

  private final Catalog catalog;
  private final Supplier<Set<String>> functions;

  /**
   * Reads lines.
   *
   * @param functions names of all functions of what is open
   */
  Habits(Catalog catalog, Supplier<Set<String>> functions) {
    this.catalog = catalog;
    this.functions = functions;
  }

  /** The command that the first word of a line means, {@code top10} too; empty: none. */
  String command(String word) {
    String letters = word.replaceFirst("[0-9]+$", "");
    for (String name : List.of(word, letters)) {
      String other = OTHER_NAMES.getOrDefault(name, name);
      if (catalog.has(other) && (name.equals(word) || catalog.isView(other))) {
        return other;
      }
    }
    return "";
  }

  /** The arguments of a line whose first word is a command. */
  List<String> arguments(List<String> words, Settings settings, OpenInputs open)
      throws ShellException {
    String command = command(words.get(0));
    if (catalog.isView(command)) {
      return view(command, words, settings, open);
    }
    List<String> arguments = new ArrayList<>(words);
    arguments.set(0, command);
    int before = catalog.before(command);
    if (before == 0 && words.size() == 2 && isSite(command, words.get(1))) {
      return onSite(command, words.get(1), open);
    }
    if (before >= 0 && positional(command, words) <= before) {
      arguments.addAll(needed(open.inputs()));
    }
    return arguments;
  }

  /** Whether {@code replay ID} and its like name a site: what is no file is one. */
  private boolean isSite(String command, String word) {
    return catalog.option(command, SITE) != null
        && !word.startsWith("-")
        && !Files.exists(Path.of(word));
  }

  /** The arguments of a command on one site of what is open. */
  List<String> onSite(String command, String site, OpenInputs open) throws ShellException {
    List<String> arguments = new ArrayList<>(List.of(command, SITE, site));
    arguments.addAll(needed(open.inputs()));
    return arguments;
  }

  /** Number of words behind the command that are no options and no values of options. */
  private int positional(String command, List<String> words) {
    int count = 0;
    for (int i = 1; i < words.size(); i++) {
      String word = words.get(i);
      OptionSpec option = word.startsWith("-") ? catalog.option(command, word) : null;
      if (option == null && !word.startsWith("--")) {
        count++;
      } else if (option != null && wantsNext(option, word)) {
        i++;
      }
    }
    return count;
  }

  private static boolean wantsNext(OptionSpec option, String word) {
    return option.arity().min() > 0 && !word.contains("=");
  }

  private List<String> view(String command, List<String> words, Settings settings, OpenInputs open)
      throws ShellException {
    List<String> options = new ArrayList<>();
    List<String> focus = new ArrayList<>();
    List<String> ignore = new ArrayList<>();
    String pattern = null;
    String rows = words.get(0).replaceFirst("^[a-z]*", "");
    for (int i = 1; i < words.size(); i++) {
      String word = words.get(i);
      OptionSpec option = word.startsWith("-") ? catalog.option(command, word) : null;
      if (option != null) {
        options.add(word);
        if (wantsNext(option, word)) {
          i++;
          if (i == words.size()) {
            throw new ShellException(word + " wants a value: " + word + "=...");
          }
          options.add(words.get(i));
        }
      } else if (word.chars().allMatch(c -> c >= '0' && c <= '9')) {
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
    if (pattern == null && catalog.needsPattern(command)) {
      throw new ShellException(command + " wants a pattern: " + command + " FUNCTION");
    }
    String tag = command.equals(TAGS) ? "tag" : "";
    joined(options, "-" + tag + "focus=", focus);
    joined(options, "-" + tag + "ignore=", ignore);
    if (!rows.isEmpty()) {
      options.add("-nodecount=" + rows);
    } else if (command.equals("top") && settings.value("nodecount") == null) {
      options.add("-nodecount=" + TOP_ROWS);
    }
    List<String> arguments = new ArrayList<>(List.of(command));
    arguments.addAll(settings.arguments(options));
    arguments.addAll(options);
    if (pattern != null) {
      arguments.add(pattern);
    }
    arguments.addAll(needed(open.forViews()));
    return arguments;
  }

  private static void joined(List<String> options, String option, List<String> patterns) {
    if (!patterns.isEmpty()) {
      options.add(option + String.join("|", patterns));
    }
  }

  /** A function's whole name means that function, whatever its characters mean in a pattern. */
  private String pattern(String word) {
    return word.indexOf('*') >= 0 && functions.get().contains(word) ? Pattern.quote(word) : word;
  }

  private static List<String> needed(List<String> inputs) throws ShellException {
    if (inputs.isEmpty()) {
      throw new ShellException("nothing is open: open FILE...");
    }
    return inputs;
  }
}

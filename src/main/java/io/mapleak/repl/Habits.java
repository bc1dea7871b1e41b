package io.mapleak.repl;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Turns a line into the arguments of a command: {@code top10} is a {@code top}, what is open stands
 * in place of the inputs, and views are read as a {@link ViewLine}.
 */
final class Habits {
  /** Other names of commands: pprof's, and short ones of our own. */
  private static final Map<String, String> OTHER_NAMES = Map.of("text", "top");

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
      return new ViewLine(catalog, command, words, functions)
          .arguments(settings, needed(open.forViews()));
    }
    List<String> arguments = new ArrayList<>(words);
    arguments.set(0, command);
    int before = catalog.before(command);
    if (before == 0 && words.size() == 2 && isSite(command, words.get(1))) {
      return onSite(List.of(command), words.get(1), open);
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
  static List<String> onSite(List<String> command, String site, OpenInputs open)
      throws ShellException {
    List<String> arguments = new ArrayList<>(command);
    arguments.addAll(List.of(SITE, site));
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
      } else if (option != null && Catalog.wantsNext(option, word)) {
        i++;
      }
    }
    return count;
  }

  private static List<String> needed(List<String> inputs) throws ShellException {
    if (inputs.isEmpty()) {
      throw new ShellException("nothing is open: open FILE...");
    }
    return inputs;
  }
}

package io.mapleak.repl;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;

/** The commands that the command line has, as a line of the shell sees them. */
final class Catalog {
  /** Label of the arguments that a shell fills with what is open. */
  private static final String INPUT = "INPUT";

  private static final String SAMPLE_INDEX = "-sample_index";

  /** The view whose options are the settings of the shell. */
  static final String TOP = "top";

  private final CommandLine root;

  /** Takes the command line whose objects are run. */
  Catalog(CommandLine root) {
    this.root = root;
  }

  /** The names of all commands, in the order of help. */
  List<String> names() {
    return List.copyOf(root.getSubcommands().keySet());
  }

  boolean has(String name) {
    return root.getSubcommands().containsKey(name);
  }

  /** Whether a command is one of pprof's views, whose arguments are patterns. */
  boolean isView(String name) {
    return has(name) && spec(name).findOption(SAMPLE_INDEX) != null;
  }

  /** Whether the first argument of a view is a pattern that it can't do without. */
  boolean needsPattern(String view) {
    return before(view) > 0;
  }

  /** Number of arguments that stand before the inputs; -1 of a command that takes no inputs. */
  int before(String name) {
    int before = 0;
    for (PositionalParamSpec parameter : spec(name).positionalParameters()) {
      if (parameter.paramLabel().equals(INPUT)) {
        return before;
      }
      before++;
    }
    return -1;
  }

  CommandSpec spec(String name) {
    CommandLine command = root.getSubcommands().get(name);
    if (command == null) {
      throw new IllegalArgumentException(name);
    }
    return command.getCommandSpec();
  }

  /** The view whose options are the settings of the shell. */
  CommandSpec settings() {
    return spec(TOP);
  }

  /**
   * Reads an option of that view.
   *
   * @throws ParameterException when it takes no such value
   */
  void check(String option) {
    root.parseArgs(TOP, option, "profile");
  }

  /** The option that a word of a line is, by what stands before its {@code =}; null: none. */
  @Nullable OptionSpec option(String command, String word) {
    int equals = word.indexOf('=');
    return spec(command).findOption(equals < 0 ? word : word.substring(0, equals));
  }

  /** Whether the value of an option is the word behind it. */
  static boolean wantsNext(OptionSpec option, String word) {
    return option.arity().min() > 0 && !word.contains("=");
  }

  /** All spellings of all options of a command, sorted; pprof's where there are several. */
  Set<String> options(String command) {
    Set<String> options = new TreeSet<>();
    for (OptionSpec option : spec(command).options()) {
      if (!option.hidden()) {
        options.add(option.names()[0]);
      }
    }
    return options;
  }
}

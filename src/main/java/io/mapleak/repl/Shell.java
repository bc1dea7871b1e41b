package io.mapleak.repl;

import io.mapleak.analysis.InputReport;
import io.mapleak.analysis.Series;
import io.mapleak.command.ExitCode;
import io.mapleak.command.FlameViewer;
import io.mapleak.command.SeriesReading;
import io.mapleak.pprof.Limits;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * What lines do: they run the commands of the command line on what is open, and set options that
 * stay. Knows nothing of terminals; one thread at a time.
 */
final class Shell {
  private final Catalog catalog;
  private final Settings settings;
  private final Habits habits;
  private final Runner runner;
  private final CommandLine commandLine;
  private final Screen screen;
  private OpenInputs open = OpenInputs.NOTHING;
  private @Nullable Set<String> functions;

  /**
   * A shell with nothing open.
   *
   * @param commandLine the command {@code shell} itself, for messages
   * @param runner runs the commands
   * @param screen where lines show what they give
   */
  Shell(CommandLine commandLine, Runner runner, Screen screen) {
    this.commandLine = commandLine;
    this.runner = runner;
    this.screen = screen;
    this.catalog = runner.catalog();
    this.settings = new Settings(catalog);
    this.habits = new Habits(catalog, this::functions);
  }

  Catalog catalog() {
    return catalog;
  }

  Settings settings() {
    return settings;
  }

  Habits habits() {
    return habits;
  }

  OpenInputs open() {
    return open;
  }

  Runner runner() {
    return runner;
  }

  /** Names of all functions of what is open, sorted. */
  Set<String> functions() {
    Set<String> known = functions;
    if (known == null) {
      known = open.functions();
      functions = known;
    }
    return known;
  }

  /** Opens inputs; tells of each that can't be read. */
  Outcome open(List<String> inputs) {
    if (inputs.isEmpty()) {
      return Outcome.DONE;
    }
    Series series;
    try {
      series =
          new SeriesReading(runner.surroundings(Window.NONE), commandLine)
              .of(inputs, Limits.DEFAULT);
    } catch (ParameterException e) {
      return wrong(String.valueOf(e.getMessage()));
    }
    boolean failed = false;
    for (InputReport input : series.inputs()) {
      if (input.status() == InputReport.Status.FAILED) {
        failed = true;
        screen.tell("mapleak: " + input.path() + ": " + input.message());
      }
    }
    open = OpenInputs.of(inputs, series);
    functions = null;
    return failed ? new Outcome(ExitCode.UNREADABLE, false) : Outcome.DONE;
  }

  /** Runs one line. */
  Outcome run(String line) {
    try {
      ShellLine parsed = ShellLine.parse(line);
      return parsed.words().isEmpty() ? Outcome.DONE : run(parsed);
    } catch (ShellException e) {
      return wrong(String.valueOf(e.getMessage()));
    }
  }

  private Outcome run(ShellLine line) throws ShellException {
    List<String> words = line.words();
    String first = words.get(0);
    ShellWord own = ShellWord.of(first);
    if (own != null) {
      return run(own, line);
    }
    if (!habits.command(first).isEmpty()) {
      return command(habits.arguments(words, settings, open), line.target());
    }
    int equals = first.indexOf('=');
    if (equals > 0 || (words.size() > 1 && words.get(1).startsWith("="))) {
      String joined = String.join(" ", words);
      int at = joined.indexOf('=');
      settings.set(joined.substring(0, at).strip(), joined.substring(at + 1).strip());
      return Outcome.DONE;
    }
    if (words.size() == 1 && (settings.isSwitch(first) || open.sampleTypes().contains(first))) {
      if (settings.isSwitch(first)) {
        settings.turnOn(first);
      } else {
        settings.set("sample_index", first);
      }
      return Outcome.DONE;
    }
    throw unknown(words);
  }

  private ShellException unknown(List<String> words) {
    String first = words.get(0);
    if (settings.isName(first)) {
      String value = words.size() > 1 ? words.get(1) : "VALUE";
      return new ShellException("did you mean: " + first + "=" + value);
    }
    if (first.startsWith("mean_")) {
      return new ShellException(
          "there are no means: pprof divides by all objects ever allocated, which says nothing of"
              + " a heap");
    }
    return new ShellException("there is no command '" + first + "': help lists all");
  }

  private Outcome run(ShellWord word, ShellLine line) throws ShellException {
    List<String> rest = line.words().subList(1, line.words().size());
    switch (word) {
      case QUIT -> {
        return Outcome.LEAVE;
      }
      case CLEAR -> settings.clearFilters();
      case OPTIONS -> give(settings.text(), line);
      case HELP -> {
        return help(rest, line);
      }
      case OPEN -> {
        return open(rest);
      }
      case PROFILE -> profile(rest, line);
      case WHY -> {
        return onSite("sites", "--why", word, rest, line);
      }
      case WHATIF -> {
        return onSite("replay", "", word, rest, line);
      }
    }
    return Outcome.DONE;
  }

  private Outcome onSite(
      String command, String option, ShellWord word, List<String> rest, ShellLine line)
      throws ShellException {
    if (rest.size() != 1) {
      throw new ShellException(word.spelling() + " wants a site: " + word.usage());
    }
    List<String> arguments = habits.onSite(command, rest.get(0), open);
    if (!option.isEmpty()) {
      arguments.add(1, option);
    }
    return command(arguments, line.target());
  }

  private void profile(List<String> rest, ShellLine line) throws ShellException {
    if (rest.isEmpty()) {
      give(open.text(), line);
      return;
    }
    String which = rest.get(0);
    int count = open.profiles().size();
    if (which.equals("all")) {
      open = open.showing(OpenInputs.ALL);
    } else if (which.matches("[0-9]{1,6}")
        && Integer.parseInt(which) >= 1
        && Integer.parseInt(which) <= count) {
      open = open.showing(Integer.parseInt(which) - 1);
    } else {
      throw new ShellException("profile " + which + ": there are 1 to " + count + ", or all");
    }
    functions = null;
  }

  private Outcome help(List<String> rest, ShellLine line) throws ShellException {
    if (rest.isEmpty()) {
      give(HelpText.of(catalog), line);
      return Outcome.DONE;
    }
    ShellWord own = ShellWord.of(rest.get(0));
    if (own != null) {
      give(own.usage() + "\n  " + own.duty() + "\n", line);
      return Outcome.DONE;
    }
    String command = habits.command(rest.get(0));
    if (command.isEmpty()) {
      throw new ShellException("there is no command '" + rest.get(0) + "': help lists all");
    }
    return command(List.of(command, "--help"), line.target());
  }

  private Outcome command(List<String> arguments, ShellLine.@Nullable Target target)
      throws ShellException {
    Runner.Answer answer = runner.run(arguments, target == null ? screen.window() : Window.NONE);
    if (!answer.messages().isEmpty()) {
      screen.tell(answer.messages().stripTrailing());
    }
    FlameViewer.Graphs flames = answer.flames();
    if (flames != null) {
      screen.walk(flames);
    }
    give(answer.output(), target);
    return new Outcome(answer.code(), false);
  }

  private void give(String text, ShellLine line) throws ShellException {
    give(text.getBytes(StandardCharsets.UTF_8), line.target());
  }

  private void give(byte[] output, ShellLine.@Nullable Target target) throws ShellException {
    if (target != null) {
      Redirection.send(output, target, screen);
    } else if (output.length > 0) {
      screen.show(output);
    }
  }

  private Outcome wrong(String message) {
    screen.tell("mapleak: " + message);
    return Outcome.WRONG;
  }
}

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
  private final OwnWords words = new OwnWords(this);
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

  /** Shows another profile of the series, or {@link OpenInputs#ALL}. */
  void show(int profile) {
    open = open.showing(profile);
    functions = null;
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
    List<String> said = line.words();
    String first = said.get(0);
    ShellWord own = ShellWord.of(first);
    if (own != null) {
      return words.run(own, line);
    }
    if (!habits.command(first).isEmpty()) {
      return command(habits.arguments(said, settings, open), line.target());
    }
    int equals = first.indexOf('=');
    if (equals > 0 || (said.size() > 1 && said.get(1).startsWith("="))) {
      String joined = String.join(" ", said);
      int at = joined.indexOf('=');
      settings.set(joined.substring(0, at).strip(), joined.substring(at + 1).strip());
      return Outcome.DONE;
    }
    if (said.size() == 1 && (settings.isSwitch(first) || open.sampleTypes().contains(first))) {
      if (settings.isSwitch(first)) {
        settings.turnOn(first);
      } else {
        settings.set("sample_index", first);
      }
      return Outcome.DONE;
    }
    throw unknown(said);
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
    return ShellException.noCommand(first);
  }

  /** Runs a command of the command line. */
  Outcome command(List<String> arguments, ShellLine.@Nullable Target target) throws ShellException {
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

  /** Gives a text to where the output of a line goes. */
  Outcome give(String text, ShellLine line) throws ShellException {
    give(text.getBytes(StandardCharsets.UTF_8), line.target());
    return Outcome.DONE;
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

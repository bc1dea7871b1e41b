package io.mapleak.repl;

import io.mapleak.command.ExitCode;
import io.mapleak.command.Surroundings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mapleak shell}: all commands on profiles that are read once. */
@Command(
    name = ShellCommand.NAME,
    description = {
      "Opens profiles and answers line by line, as pprof's shell does.",
      "It has the commands of mapleak, and options that stay. Without a terminal, lines come from",
      "the standard input or --script, and the first that fails ends it."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class ShellCommand implements Callable<Integer> {
  /** Name on the command line. */
  public static final String NAME = "shell";

  private final Surroundings surroundings;
  private final String version;
  private final boolean terminalIn;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "INPUT", description = "Profiles or directories to open, as of analyze.")
  private List<String> inputs = new ArrayList<>();

  @Option(
      names = "--script",
      paramLabel = "FILE",
      description = "Run the lines of a file, up to the first that fails.")
  private @Nullable Path script;

  /**
   * A command for one run.
   *
   * @param version of this tool
   * @param terminalIn whether the standard input is a terminal
   */
  public ShellCommand(Surroundings surroundings, String version, boolean terminalIn) {
    this.surroundings = surroundings;
    this.version = version;
    this.terminalIn = terminalIn;
  }

  @Override
  public Integer call() throws IOException {
    if (spec == null) {
      throw new IllegalStateException("not part of a command line");
    }
    CommandLine commandLine = spec.commandLine();
    if (inputs.contains("-")) {
      throw new ParameterException(
          commandLine, "- : the standard input is for the lines of the shell: name files");
    }
    Runner runner = new Runner(surroundings, version, new KeptResults());
    if (script == null && terminalIn && surroundings.terminalOut()) {
      return Console.run(surroundings, commandLine, runner, inputs);
    }
    PlainScreen screen = new PlainScreen(commandLine.getOut(), commandLine.getErr());
    Shell shell = new Shell(commandLine, runner, screen);
    Outcome opened = shell.open(inputs);
    if (opened.isError()) {
      return opened.code();
    }
    LineScript lines = new LineScript(shell, screen);
    if (script == null) {
      return lines.run(
          "standard input",
          new BufferedReader(new InputStreamReader(surroundings.in(), StandardCharsets.UTF_8)));
    }
    try (BufferedReader reader = Files.newBufferedReader(script)) {
      return lines.run(script.toString(), reader);
    } catch (IOException e) {
      screen.tell("mapleak: " + script + ": can't be read: " + e.getMessage());
      return ExitCode.UNREADABLE;
    }
  }
}

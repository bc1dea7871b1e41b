package io.mapleak.command;

import io.mapleak.report.PlainText;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code mapleak} itself: names its sub-commands, does nothing alone. */
@Command(
    name = "mapleak",
    description = "Finds leaking maps in Go heap profiles.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
public final class Mapleak implements Runnable {
  /** Environment variable that asks for the stack trace of an internal error. */
  private static final String STACKTRACE = "MAPLEAK_STACKTRACE";

  @Spec private @Nullable CommandSpec spec;

  private Mapleak() {}

  /** The command line with all commands, for one run. */
  public static CommandLine commandLine(Surroundings surroundings, String version) {
    CommandLine commandLine = new CommandLine(new Mapleak());
    for (Object command :
        List.of(new AnalyzeCommand(surroundings, version), new SitesCommand(surroundings))) {
      commandLine.addSubcommand(command);
    }
    commandLine.getCommandSpec().version("mapleak " + version);
    commandLine
        .getSubcommands()
        .values()
        .forEach(command -> command.getCommandSpec().version("mapleak " + version));
    Choice.register(commandLine, AnalyzeCommand.Format.class);
    Choice.register(commandLine, AnalyzeCommand.Gate.class);
    Choice.register(commandLine, SitesCommand.Format.class);
    Choice.register(commandLine, Surroundings.Color.class);
    commandLine.setColorScheme(
        CommandLine.Help.defaultColorScheme(
            surroundings.style(Surroundings.Color.AUTO).color()
                ? CommandLine.Help.Ansi.ON
                : CommandLine.Help.Ansi.OFF));
    commandLine.setParameterExceptionHandler(Mapleak::usageError);
    boolean trace = surroundings.environment().containsKey(STACKTRACE);
    commandLine.setExecutionExceptionHandler(
        (fault, command, parsed) -> internalError(fault, command, trace));
    return commandLine;
  }

  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(spec.commandLine(), "name a command, e.g. analyze");
    }
  }

  private static int usageError(ParameterException fault, String... args) {
    CommandLine command = fault.getCommandLine();
    PrintWriter err = command.getErr();
    err.print("mapleak: " + PlainText.of(String.valueOf(fault.getMessage())) + "\n");
    if (!CommandLine.UnmatchedArgumentException.printSuggestions(fault, err)) {
      err.print("Try '" + command.getCommandSpec().qualifiedName() + " --help'.\n");
    }
    err.flush();
    return ExitCode.USAGE;
  }

  private static int internalError(Exception fault, CommandLine command, boolean trace) {
    PrintWriter err = command.getErr();
    err.print("mapleak: internal error: " + PlainText.of(String.valueOf(fault)) + "\n");
    if (trace) {
      fault.printStackTrace(err);
    } else {
      err.print("Set " + STACKTRACE + "=1 for the stack trace, and report it.\n");
    }
    err.flush();
    return ExitCode.INTERNAL;
  }
}

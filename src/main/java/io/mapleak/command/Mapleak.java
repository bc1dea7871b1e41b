package io.mapleak.command;

import static java.util.stream.Collectors.joining;

import io.mapleak.report.PlainText;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command {@code mapleak} itself: names its sub-commands, does nothing alone. */
@Command(
    name = "mapleak",
    description = "Finds leaking maps in Go heap profiles.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
public final class Mapleak implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--stacktrace",
      scope = ScopeType.INHERIT,
      description = "Print the stack trace of an internal error.")
  private boolean stackTrace;

  /**
   * A command that a package adds which uses the commands of this one.
   *
   * @param name its word on the command line
   * @param command makes the object for one run
   */
  public record Added(String name, Supplier<Object> command) {}

  private Mapleak() {}

  /** The command line with all commands, for one run. */
  public static CommandLine commandLine(Surroundings surroundings, String version) {
    return commandLine(surroundings, version, List.of(), List.of());
  }

  /**
   * The command line with the command that is named first in {@code args}, or with all where none
   * is: looking at the annotations of commands takes most of the time of a short run.
   */
  public static CommandLine commandLine(
      Surroundings surroundings, String version, List<String> args) {
    return commandLine(surroundings, version, args, List.of());
  }

  /** The same with commands that are added, which need all others. */
  private static CommandLine commandLine(
      Surroundings surroundings, String version, List<String> args, List<Added> added) {
    Mapleak mapleak = new Mapleak();
    CommandLine root = new CommandLine(mapleak);
    root.getCommandSpec().version("mapleak " + version);
    List<Subcommand> named = named(args);
    for (Subcommand subcommand : named) {
      CommandLine command = new CommandLine(subcommand.create(surroundings, version));
      command.getCommandSpec().version("mapleak " + version);
      root.addSubcommand(subcommand.word(), command);
      Choice.register(command);
    }
    for (Added further : named.size() > 1 ? added : List.<Added>of()) {
      CommandLine command = new CommandLine(further.command().get());
      command.getCommandSpec().version("mapleak " + version);
      root.addSubcommand(further.name(), command);
    }
    root.setPosixClusteredShortOptionsAllowed(false);
    root.setColorScheme(
        CommandLine.Help.defaultColorScheme(
            surroundings.style(Surroundings.Color.AUTO).color()
                ? CommandLine.Help.Ansi.ON
                : CommandLine.Help.Ansi.OFF));
    root.setParameterExceptionHandler(Mapleak::usageError);
    root.setExecutionExceptionHandler(
        (fault, command, parsed) -> internalError(fault, command.getErr(), mapleak.stackTrace));
    return root;
  }

  /**
   * Runs a command line to its exit code, whatever happens. Output is flushed at the end.
   *
   * @param args the words of the command line
   * @param out where results go
   * @param err where messages go
   */
  public static int run(
      Surroundings surroundings,
      String version,
      PrintWriter out,
      PrintWriter err,
      List<String> args) {
    return run(surroundings, version, out, err, args, List.of());
  }

  /** The same with commands that are added. */
  public static int run(
      Surroundings surroundings,
      String version,
      PrintWriter out,
      PrintWriter err,
      List<String> args,
      List<Added> added) {
    try {
      CommandLine root = commandLine(surroundings, version, args, added).setOut(out).setErr(err);
      return root.execute(args.toArray(new String[0]));
    } catch (StackOverflowError | OutOfMemoryError | LinkageError | AssertionError e) {
      return internalError(e, err, args.contains("--stacktrace"));
    } finally {
      out.flush();
      err.flush();
    }
  }

  private static List<Subcommand> named(List<String> args) {
    for (String arg : args) {
      if (!arg.startsWith("-")) {
        Subcommand command = Subcommand.named(arg);
        return command == null ? List.of(Subcommand.values()) : List.of(command);
      }
    }
    return List.of(Subcommand.values());
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
    String message =
        String.valueOf(fault.getMessage()).lines().map(PlainText::of).collect(joining("\n"));
    err.print("mapleak: " + message + "\n");
    if (!CommandLine.UnmatchedArgumentException.printSuggestions(fault, err)) {
      err.print("Try '" + command.getCommandSpec().qualifiedName() + " --help'.\n");
    }
    err.flush();
    return ExitCode.USAGE;
  }

  private static int internalError(Throwable fault, PrintWriter err, boolean stackTrace) {
    err.print("mapleak: internal error: " + PlainText.of(String.valueOf(fault)) + "\n");
    if (stackTrace) {
      fault.printStackTrace(err);
    } else {
      err.print("Run it again with --stacktrace, and report what it prints.\n");
    }
    err.flush();
    return ExitCode.INTERNAL;
  }
}

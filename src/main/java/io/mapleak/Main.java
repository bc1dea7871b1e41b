package io.mapleak;

import io.mapleak.command.ExitCode;
import io.mapleak.command.Mapleak;
import io.mapleak.command.StandardOutput;
import io.mapleak.command.Surroundings;
import io.mapleak.repl.ShellCommand;
import io.mapleak.repl.TerminalFlame;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Entry point: builds the command line, runs it, and turns its result into the exit code of the
 * process.
 */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(
        run(
            System.in,
            new FileOutputStream(FileDescriptor.out),
            new FileOutputStream(FileDescriptor.err),
            args));
  }

  /**
   * Runs one command line and returns its exit code. Both outputs get UTF-8, whatever the locale:
   * names of a profile must come out as they are. They are flushed, not closed.
   */
  static int run(InputStream in, OutputStream out, OutputStream err, String... args) {
    Surroundings surroundings =
        new Surroundings(in, isTerminal(1), isTerminal(2), charset(), System.getenv());
    boolean walkable = isTerminal(0) && surroundings.terminalOut();
    Surroundings seen =
        walkable ? surroundings.with(new TerminalFlame(surroundings)) : surroundings;
    String implemented = Main.class.getPackage().getImplementationVersion();
    String version = implemented == null ? "unreleased" : implemented;
    WatchedOutput results = new WatchedOutput(out);
    PrintWriter errWriter = new StandardOutput(err);
    int code =
        Mapleak.run(
            seen,
            version,
            new StandardOutput(results),
            errWriter,
            List.of(args),
            List.of(
                new Mapleak.Added(
                    ShellCommand.NAME,
                    () -> new ShellCommand(surroundings, version, isTerminal(0)))));
    String fault = results.fault();
    if (!fault.isEmpty()) {
      errWriter.print("mapleak: standard output: " + fault + ": nothing of it can be relied on\n");
      errWriter.flush();
      return ExitCode.INTERNAL;
    }
    return code;
  }

  /** Charset of the locale: Java's own default is UTF-8 from 18 on. */
  private static Charset charset() {
    String name = System.getProperty("native.encoding", "");
    return !name.isEmpty() && Charset.isSupported(name)
        ? Charset.forName(name)
        : StandardCharsets.US_ASCII;
  }

  /**
   * Linux names the device behind a descriptor. Java 17 tells of one output alone nowhere else, so
   * there the answer is no.
   */
  private static boolean isTerminal(int descriptor) {
    Path link = Path.of("/proc/self/fd/" + descriptor);
    try {
      String device = Files.readSymbolicLink(link).toString();
      return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }
}

package io.mapleak;

import io.mapleak.command.Mapleak;
import io.mapleak.command.Surroundings;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;

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

  /** Runs one command line and returns its exit code. Both outputs are flushed, not closed. */
  static int run(InputStream in, OutputStream out, OutputStream err, String... args) {
    Charset charset = charset();
    Surroundings surroundings =
        new Surroundings(in, isTerminal(1), isTerminal(2), charset, System.getenv());
    String version = Main.class.getPackage().getImplementationVersion();
    CommandLine commandLine =
        Mapleak.commandLine(surroundings, version == null ? "unreleased" : version);
    PrintWriter outWriter = writer(out, charset);
    PrintWriter errWriter = writer(err, charset);
    int code = commandLine.setOut(outWriter).setErr(errWriter).execute(args);
    outWriter.flush();
    errWriter.flush();
    return code;
  }

  private static PrintWriter writer(OutputStream stream, Charset charset) {
    return new PrintWriter(new OutputStreamWriter(new BufferedOutputStream(stream), charset));
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

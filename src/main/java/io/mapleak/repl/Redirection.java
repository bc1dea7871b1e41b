package io.mapleak.repl;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CompletableFuture;

/** Sends the output of a line to a file or through a command of the system. */
final class Redirection {
  private Redirection() {}

  static void send(byte[] output, ShellLine.Target target, Screen screen) throws ShellException {
    if (target instanceof ShellLine.ToFile file) {
      write(output, file);
    } else if (target instanceof ShellLine.ToCommand command) {
      pipe(output, command.command(), screen);
    }
  }

  private static void write(byte[] output, ShellLine.ToFile file) throws ShellException {
    try {
      Path path = Path.of(file.name());
      if (file.append()) {
        Files.write(path, output, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      } else {
        Files.write(path, output);
      }
    } catch (IOException | InvalidPathException e) {
      throw new ShellException(file.name() + ": can't be written: " + e);
    }
  }

  private static void pipe(byte[] output, String command, Screen screen) throws ShellException {
    try {
      Process process = new ProcessBuilder("sh", "-c", command).redirectErrorStream(true).start();
      CompletableFuture<Void> feeding =
          CompletableFuture.runAsync(() -> feed(output, process.getOutputStream()));
      try (InputStream in = process.getInputStream()) {
        screen.show(in.readAllBytes());
      }
      feeding.join();
      int code = process.waitFor();
      if (code != 0) {
        throw new ShellException(command + ": exit code " + code);
      }
    } catch (IOException e) {
      throw new ShellException(command + ": can't be run: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ShellException(command + ": interrupted");
    }
  }

  /** A command may read less than all, as head does. */
  private static void feed(byte[] output, OutputStream to) {
    try (to) {
      to.write(output);
    } catch (IOException e) {
      return;
    }
  }
}

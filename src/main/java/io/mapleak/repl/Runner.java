package io.mapleak.repl;

import io.mapleak.command.ExitCode;
import io.mapleak.command.FileStamp;
import io.mapleak.command.FlameViewer;
import io.mapleak.command.Mapleak;
import io.mapleak.command.Memory;
import io.mapleak.command.StandardOutput;
import io.mapleak.command.Surroundings;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

/** Runs command lines in this process, and remembers their answers. */
final class Runner {
  /** Answers bigger than this are made again: they would push out all others. */
  private static final int KEPT_BYTES = 4 << 20;

  /** What a command printed, and its exit code. Nobody changes the bytes. */
  static final class Answer {
    private final byte[] output;
    private final String messages;
    private final int code;

    private Answer(byte[] output, String messages, int code) {
      this.output = output;
      this.messages = messages;
      this.code = code;
    }

    /** Its standard output. */
    byte[] output() {
      return output;
    }

    /** Its standard error. */
    String messages() {
      return messages;
    }

    int code() {
      return code;
    }
  }

  private record Question(
      List<String> arguments, List<FileStamp> files, boolean terminal, int columns) {}

  private final Surroundings surroundings;
  private final String version;
  private final Memory memory;

  Runner(Surroundings surroundings, String version, Memory memory) {
    this.surroundings = surroundings;
    this.version = version;
    this.memory = memory;
  }

  /** The commands that can be run. */
  Catalog catalog() {
    return new Catalog(Mapleak.commandLine(surroundings(false, 0), version));
  }

  /**
   * Runs a command line.
   *
   * @param terminal whether its output goes to a terminal
   * @param columns of the terminal; 0: not known
   * @throws CancellationException where the thread was interrupted meanwhile
   */
  Answer run(List<String> arguments, boolean terminal, int columns) {
    Question question = new Question(arguments, stamps(arguments), terminal, columns);
    if (memory.find(question) instanceof Answer known) {
      return known;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    StringWriter messages = new StringWriter();
    StandardOutput out = new StandardOutput(bytes);
    int code =
        Mapleak.run(
            surroundings(terminal, columns), version, out, new PrintWriter(messages), arguments);
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("interrupted");
    }
    Answer answer = new Answer(bytes.toByteArray(), messages.toString(), code);
    boolean good = code == ExitCode.OK || code == ExitCode.FINDINGS;
    if (good && answer.output.length <= KEPT_BYTES) {
      memory.keep(question, answer);
    }
    return answer;
  }

  /** The files that arguments name, alone or behind a {@code =}. */
  private static List<FileStamp> stamps(List<String> arguments) {
    return FileStamp.of(
        arguments.stream().map(word -> word.substring(word.indexOf('=') + 1)).toList());
  }

  /** What commands of this shell see of the process. */
  Surroundings surroundings(boolean terminal, int columns) {
    Map<String, String> environment = new HashMap<>(surroundings.environment());
    if (columns > 0) {
      environment.put("COLUMNS", Integer.toString(columns));
    }
    return new Surroundings(
        InputStream.nullInputStream(),
        terminal,
        false,
        surroundings.charset(),
        environment,
        memory,
        FlameViewer.NONE);
  }
}

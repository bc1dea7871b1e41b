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
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Runs command lines in this process, and remembers their answers. */
final class Runner {
  /** Answers bigger than this are made again: they would push out all others. */
  private static final int KEPT_BYTES = 4 << 20;

  /** Options that write a file: what they do is more than an answer. */
  private static final Set<String> WRITING = Set.of("--save", "--svg");

  /** What a command printed, and its exit code. Nobody changes the bytes. */
  static final class Answer {
    private final byte[] output;
    private final String messages;
    private final int code;
    private final FlameViewer.@Nullable Graphs flames;

    private Answer(byte[] output, String messages, int code, FlameViewer.@Nullable Graphs flames) {
      this.output = output;
      this.messages = messages;
      this.code = code;
      this.flames = flames;
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

    /** Flame graphs to walk; null: none. */
    FlameViewer.@Nullable Graphs flames() {
      return flames;
    }
  }

  private record Question(List<String> arguments, List<FileStamp> files, Window window) {}

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
    return new Catalog(Mapleak.commandLine(surroundings(Window.NONE), version));
  }

  /**
   * Runs a command line.
   *
   * @param window what its output is shown on
   * @throws CancellationException where the thread was interrupted meanwhile
   */
  Answer run(List<String> arguments, Window window) {
    Question question = new Question(arguments, stamps(arguments), window);
    if (memory.find(question) instanceof Answer known) {
      return known;
    }
    AtomicReference<FlameViewer.@Nullable Graphs> flames = new AtomicReference<>();
    Surroundings seen = surroundings(window);
    if (window.walkable()) {
      seen =
          seen.with(
              graphs -> {
                flames.set(graphs);
                return true;
              });
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    StringWriter messages = new StringWriter();
    StandardOutput out = new StandardOutput(bytes);
    int code = Mapleak.run(seen, version, out, new PrintWriter(messages), arguments);
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("interrupted");
    }
    Answer answer = new Answer(bytes.toByteArray(), messages.toString(), code, flames.get());
    boolean good = code == ExitCode.OK || code == ExitCode.FINDINGS;
    if (good && answer.output.length <= KEPT_BYTES && !writesFile(arguments)) {
      memory.keep(question, answer);
    }
    return answer;
  }

  private static boolean writesFile(List<String> arguments) {
    return arguments.stream().anyMatch(word -> WRITING.contains(word.replaceFirst("=.*", "")));
  }

  /** The files that arguments name, alone or behind a {@code =}. */
  private static List<FileStamp> stamps(List<String> arguments) {
    return FileStamp.of(
        arguments.stream().map(word -> word.substring(word.indexOf('=') + 1)).toList());
  }

  /** What commands of this shell see of the process. */
  Surroundings surroundings(Window window) {
    Map<String, String> environment = new HashMap<>(surroundings.environment());
    if (window.columns() > 0) {
      environment.put("COLUMNS", Integer.toString(window.columns()));
    }
    return new Surroundings(
        InputStream.nullInputStream(),
        window.terminal(),
        false,
        surroundings.charset(),
        environment,
        memory,
        FlameViewer.NONE);
  }
}

package io.mapleak.repl;

import io.mapleak.command.Mapleak;
import io.mapleak.command.StandardOutput;
import io.mapleak.command.Surroundings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/** Shells and command lines in the tests' own process. */
final class TestShell {
  private TestShell() {}

  static Surroundings surroundings(String input) {
    InputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
    return new Surroundings(in, false, false, StandardCharsets.UTF_8, Map.of("TZ", "UTC"));
  }

  static Runner runner() {
    return new Runner(surroundings(""), "0", new KeptResults());
  }

  static CommandLine commandLine() {
    return new CommandLine(new ShellCommand(surroundings(""), "0", false));
  }

  static Shell shell(Screen screen) {
    return new Shell(commandLine(), runner(), screen);
  }

  /** What a whole process prints and its exit code. */
  record Run(int code, String output, String messages) {}

  static Run process(String input, List<String> args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StringWriter err = new StringWriter();
    Surroundings surroundings = surroundings(input);
    int code =
        Mapleak.run(
            surroundings,
            "0",
            new StandardOutput(out),
            new PrintWriter(err),
            args,
            List.of(
                new Mapleak.Added(
                    ShellCommand.NAME, () -> new ShellCommand(surroundings, "0", false))));
    return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString());
  }
}

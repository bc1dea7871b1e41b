package io.mapleak.repl;

import io.mapleak.command.ExitCode;
import io.mapleak.command.Surroundings;
import io.mapleak.report.TextStyle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import picocli.CommandLine;

/** The shell on a terminal: a prompt, history, completion, and lines that Ctrl-C stops. */
final class Console {
  private static final String PROMPT = "mapleak> ";

  /** Candidates that are listed without asking first. */
  private static final int LIST_MOST = 100;

  private final Terminal terminal;
  private final TerminalScreen screen;
  private final Shell shell;
  private final LineReader reader;

  /**
   * A shell on a terminal.
   *
   * @param style which colours and characters it has
   * @param paged whether long output stops at each screenful
   * @param history where lines are kept across sessions; empty: nowhere
   */
  Console(
      Terminal terminal,
      CommandLine commandLine,
      Runner runner,
      TextStyle style,
      boolean paged,
      Optional<Path> history) {
    this.terminal = terminal;
    this.screen = new TerminalScreen(terminal, paged, style);
    this.shell = new Shell(commandLine, runner, screen);
    DefaultParser parser = new DefaultParser().quoteChars(new char[] {'"', '\''});
    parser.setEscapeChars(new char[0]);
    parser.setEofOnUnclosedQuote(false);
    LineReaderBuilder builder =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .appName("mapleak")
            .parser(parser)
            .completer(new WordCompleter(shell, commandLine))
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .option(LineReader.Option.CASE_INSENSITIVE, true)
            .option(LineReader.Option.AUTO_FRESH_LINE, true)
            .variable(LineReader.LIST_MAX, LIST_MOST);
    history.ifPresent(file -> builder.variable(LineReader.HISTORY_FILE, file));
    if (style.color() && !SystemTerminal.isDumb(terminal)) {
      builder.highlighter(new WordHighlighter(shell));
    }
    this.reader = builder.build();
  }

  /** Runs a shell on the terminal of this process until it is left. */
  static int run(
      Surroundings surroundings, CommandLine commandLine, Runner runner, List<String> inputs)
      throws IOException {
    try (Terminal terminal = SystemTerminal.open(surroundings.charset())) {
      String pager = surroundings.environment().getOrDefault("PAGER", "less");
      Console console =
          new Console(
              terminal,
              commandLine,
              runner,
              surroundings.style(Surroundings.Color.AUTO),
              !SystemTerminal.isDumb(terminal) && !pager.equals("cat"),
              HistoryFile.of(surroundings.environment()));
      return console.run(inputs);
    }
  }

  /** Reads and runs lines. */
  int run(List<String> inputs) {
    Interruptible.run(terminal, () -> shell.open(inputs));
    greet();
    while (true) {
      String text;
      try {
        text = reader.readLine(prompt());
      } catch (UserInterruptException e) {
        continue; // Ctrl-C drops the line
      } catch (EndOfFileException e) {
        return ExitCode.OK;
      }
      for (String line : text.lines().toList()) { // a paste may hold several
        if (run(line).leave()) {
          return ExitCode.OK;
        }
      }
    }
  }

  private Outcome run(String line) {
    Optional<Outcome> outcome = Interruptible.run(terminal, () -> shell.run(line));
    screen.flush();
    if (outcome.isEmpty()) {
      screen.tell("stopped: " + line);
    }
    return outcome.orElse(Outcome.DONE);
  }

  private void greet() {
    OpenInputs open = shell.open();
    int count = open.profiles().size();
    if (count == 0) {
      screen.tell("nothing is open: open FILE...; help lists all words");
      return;
    }
    String shown = open.profiles().get(count - 1);
    screen.tell(
        (count == 1 ? shown : count + " profiles; views show the newest, " + shown)
            + "\ntypes: "
            + String.join(", ", open.sampleTypes())
            + "\nhelp lists all words, TAB completes, Ctrl-D leaves");
  }

  private String prompt() {
    return new AttributedString(PROMPT, AttributedStyle.BOLD).toAnsi(terminal);
  }
}

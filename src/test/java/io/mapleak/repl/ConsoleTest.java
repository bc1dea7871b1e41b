package io.mapleak.repl;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapleak.report.TextStyle;
import io.mapleak.testing.TestData;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jline.reader.Candidate;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.Parser;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The shell on a terminal that can do nothing but print; scripts/shell-session tries a real one.
 */
final class ConsoleTest {
  private static final String SERIES = TestData.file("go1.23-miniredis").toString();

  @Test
  void linesAreReadUntilTheInputEnds(@TempDir Path folder) throws IOException {
    Path history = folder.resolve("history");
    String screen = session("top1\ntpo\ninuse_objects\ntop 1\n", Optional.of(history));
    assertThat(screen)
        .contains("10 profiles; views show the newest")
        .contains("6.91MB 69.72%")
        .contains("there is no command 'tpo'")
        .contains("196611");
    assertThat(Files.readString(history)).contains("top1").contains("inuse_objects");
  }

  @Test
  void quitLeaves() throws IOException {
    assertThat(session("quit\ntop1\n", Optional.empty())).doesNotContain("6.91MB");
  }

  @Test
  void controlCStopsTheWorkAndNotTheShell() throws IOException, InterruptedException {
    try (Terminal terminal = terminal("", new ByteArrayOutputStream())) {
      CountDownLatch begun = new CountDownLatch(1);
      CountDownLatch stopped = new CountDownLatch(1);
      Thread user =
          new Thread(
              () -> {
                try {
                  begun.await();
                  terminal.raise(Terminal.Signal.INT);
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              });
      user.start();
      Optional<String> result =
          Interruptible.run(
              terminal,
              () -> {
                begun.countDown();
                try {
                  Thread.sleep(60_000);
                } catch (InterruptedException e) {
                  stopped.countDown();
                }
                return "late";
              });
      assertThat(result).isEmpty();
      stopped.await();
      assertThat(Interruptible.run(terminal, () -> "next")).contains("next");
    }
  }

  @Test
  void wordsAreCompleted() throws IOException {
    Shell shell = TestShell.shell(new RecordedScreen());
    shell.open(List.of(SERIES));
    assertThat(completed(shell, "to")).contains("top", "focus=", "alloc_space", "why");
    assertThat(completed(shell, "peek x"))
        .contains("github.com/alicebob/miniredis/v2.(*RedisDB).incr");
    assertThat(completed(shell, "top -")).contains("-cum", "-focus=").doesNotContain("--cum");
    assertThat(completed(shell, "why "))
        .containsExactlyElementsOf(
            completed(shell, "why ").stream().filter(id -> id.matches("[0-9a-f]{8}")).toList())
        .hasSize(1);
    assertThat(completed(shell, "sample_index=")).contains("sample_index=alloc_objects");
    assertThat(completed(shell, "granularity=")).contains("granularity=lines");
    assertThat(completed(shell, "base=" + SERIES + "/"))
        .contains("base=" + SERIES + "/heap-01.pb.gz");
    assertThat(completed(shell, "help ")).contains("top", "profile");
  }

  @Test
  void historyHasAPlaceOfItsOwn(@TempDir Path folder) {
    assertThat(HistoryFile.of(Map.of("XDG_STATE_HOME", folder.toString(), "HOME", "/nowhere")))
        .contains(folder.resolve("mapleak").resolve("history"));
    assertThat(HistoryFile.of(Map.of("HOME", folder.toString())))
        .contains(folder.resolve(".local/state/mapleak/history"));
    assertThat(HistoryFile.of(Map.of("HOME", folder.toString(), "MAPLEAK_HISTORY", ""))).isEmpty();
    assertThat(HistoryFile.of(Map.of())).isEmpty();
  }

  private static List<String> completed(Shell shell, String line) throws IOException {
    List<Candidate> candidates = new ArrayList<>();
    DefaultParser parser = new DefaultParser();
    parser.setEscapeChars(new char[0]);
    try (Terminal terminal = terminal("", new ByteArrayOutputStream())) {
      LineReader reader = LineReaderBuilder.builder().terminal(terminal).build();
      new WordCompleter(shell, TestShell.commandLine())
          .complete(
              reader, parser.parse(line, line.length(), Parser.ParseContext.COMPLETE), candidates);
    }
    return candidates.stream().map(Candidate::value).toList();
  }

  private static String session(String input, Optional<Path> history) throws IOException {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    try (Terminal terminal = terminal(input, output)) {
      Console console =
          new Console(
              terminal,
              TestShell.commandLine(),
              TestShell.runner(),
              TextStyle.PLAIN,
              false,
              history);
      assertThat(console.run(List.of(SERIES))).isZero();
    }
    return output.toString(StandardCharsets.UTF_8);
  }

  private static Terminal terminal(String input, ByteArrayOutputStream output) throws IOException {
    return TerminalBuilder.builder()
        .system(false)
        .type(Terminal.TYPE_DUMB)
        .encoding(StandardCharsets.UTF_8)
        .streams(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), output)
        .build();
  }
}

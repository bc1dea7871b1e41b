package io.mapleak.repl;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.mapleak.command.ExitCode;
import io.mapleak.command.FlameViewer;
import io.mapleak.testing.TestData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lines do, held against the command line that means the same. */
final class ShellTest {
  private static final String SERIES = TestData.file("go1.23-miniredis").toString();
  private static final String NEWEST = SERIES + "/heap-10.pb.gz";

  private final RecordedScreen screen = new RecordedScreen();
  private final Shell shell = TestShell.shell(screen);

  @BeforeEach
  void open() {
    assertThat(shell.open(List.of(SERIES))).isEqualTo(Outcome.DONE);
  }

  @Test
  void viewsShowTheNewestProfileOfASeries() {
    assertThat(shown("tree")).isEqualTo(view("tree"));
  }

  @Test
  void aNumberIsTheMostRows() {
    assertThat(shown("top3")).isEqualTo(view("top", "-nodecount=3"));
    assertThat(shown("top 3")).isEqualTo(view("top", "-nodecount=3"));
    assertThat(shown("top")).isEqualTo(view("top", "-nodecount=10"));
    assertThat(shown("text 3")).isEqualTo(view("top", "-nodecount=3"));
  }

  @Test
  void wordsAreFocusAndWordsBehindADashAreIgnored() {
    assertThat(shown("top cmd incr -Del -readArray"))
        .isEqualTo(view("top", "-focus=cmd|incr", "-ignore=Del|readArray", "-nodecount=10"));
    assertThat(shown("tags 448kb:")).isEqualTo(view("tags", "-tagfocus=448kb:"));
    assertThat(shown("top -cum -lines 5")).isEqualTo(view("top", "-cum", "-lines", "-nodecount=5"));
  }

  @Test
  void aWholeNameMeansThatFunction() {
    String name = "github.com/alicebob/miniredis/v2.(*RedisDB).incr";
    assertThat(shown("peek " + name))
        .isEqualTo(view("peek", "github.com/alicebob/miniredis/v2\\.\\(\\*RedisDB\\)\\.incr"));
  }

  @Test
  void optionsStayUntilTheyAreTakenBack() {
    run("focus=incr", "cum", "alloc_space", "nodecount = 4");
    assertThat(shown("top"))
        .isEqualTo(view("top", "-focus=incr", "-nodecount=4", "-alloc_space", "-cum"));
    assertThat(shown("top -flat -inuse_space 2 readString"))
        .isEqualTo(view("top", "-focus=readString", "-nodecount=2", "-inuse_space"));
    assertThat(shown("o")).contains("* focus                  = incr");
    run(":", "nodecount=", "sort=", "sample_index=");
    assertThat(shown("top")).isEqualTo(view("top", "-nodecount=10"));
  }

  @Test
  void wrongValuesAreToldAtOnce() {
    assertThat(wrong("focus=(")).contains("focus").contains("missing");
    assertThat(wrong("nodecount=many")).contains("many");
    assertThat(wrong("nodecount 10")).isEqualTo("mapleak: did you mean: nodecount=10\n");
    assertThat(wrong("fokus=x")).contains("there is no option 'fokus'");
    assertThat(wrong("tpo")).contains("there is no command 'tpo'");
    assertThat(wrong("list")).isEqualTo("mapleak: list wants a pattern: list FUNCTION\n");
    assertThat(wrong("mean_inuse_space")).contains("there are no means");
    assertThat(wrong("profile 11")).contains("there are 1 to 10, or all");
    assertThat(wrong("top --nonsense")).contains("no option --nonsense");
  }

  @Test
  void anotherProfileOfTheSeriesCanBeShown() {
    run("profile 2");
    assertThat(shown("tree"))
        .isEqualTo(command("tree", "-compact_labels", SERIES + "/heap-02.pb.gz"));
    assertThat(shown("profile")).contains("* 2  " + SERIES + "/heap-02.pb.gz");
  }

  @Test
  void otherCommandsGetWhatIsOpen() {
    assertThat(shown("sites")).isEqualTo(command("sites", SERIES));
    assertThat(shown("ladder incr:34")).isEqualTo(command("ladder", "incr:34", SERIES));
    assertThat(shown("forecast --at 2026-11-21T03:00:00Z"))
        .isEqualTo(command("forecast", "--at", "2026-11-21T03:00:00Z", SERIES));
    assertThat(shown("sites --format json " + NEWEST))
        .isEqualTo(command("sites", "--format", "json", NEWEST));
    assertThat(shown("size --type map[int]int --entries 100"))
        .isEqualTo(command("size", "--type", "map[int]int", "--entries", "100"));
  }

  @Test
  void whyTellsAllReasonsOfOneSite() {
    String why = shown("why incr:34");
    assertThat(why).contains("(*RedisDB).incr").contains("overflow buckets");
    String id = why.substring(why.indexOf("  id ") + 5).strip().lines().findFirst().orElse("");
    assertThat(shown("why " + id)).isEqualTo(why);
    assertThat(shown("replay " + id)).isEqualTo(command("replay", "--site", id, SERIES));
    assertThat(shown("whatif " + id)).isEqualTo(shown("replay " + id));
    assertThat(wrong("why nothing")).contains("no map site");
  }

  @Test
  void outputGoesToFilesAndCommands(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("top.txt");
    run("top3 >" + file, "top3 >>" + file);
    assertThat(Files.readString(file)).isEqualTo(view("top", "-nodecount=3").repeat(2));
    Path proto = folder.resolve("all.pb.gz");
    run("proto > " + proto);
    assertThat(command("top", "-compact_labels", proto.toString())).isEqualTo(view("top"));
    assertThat(shown("top3 | head -1"))
        .isEqualTo(view("top", "-nodecount=3").lines().findFirst().orElse("") + "\n");
    assertThat(wrong("top | exit 3")).contains("exit code 3");
    assertThat(wrong("top > " + folder + "/none/x")).contains("can't be written");
  }

  @Test
  void aFileThatIsWrittenAnewIsReadAnew(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("heap.pb.gz");
    Files.copy(Path.of(NEWEST), file);
    shell.open(List.of(file.toString()));
    String before = shown("top");
    Files.write(file, Files.readAllBytes(Path.of(SERIES, "heap-01.pb.gz")));
    assertThat(shown("top"))
        .isNotEqualTo(before)
        .isEqualTo(command("top", "-compact_labels", "-nodecount=10", SERIES + "/heap-01.pb.gz"));
  }

  @Test
  void answersAreKept() {
    List<String> top = List.of("top", NEWEST);
    Runner.Answer first = shell.runner().run(top, Window.NONE);
    assertThat(shell.runner().run(top, Window.NONE)).isSameAs(first);
    assertThat(shell.runner().run(top, new Window(true, 80, false))).isNotSameAs(first);
  }

  @Test
  void aFlameGraphIsWalkedWhereThereIsATerminalAndElsePrinted(@TempDir Path folder)
      throws IOException {
    assertThat(shown("flame -alloc_space")).isEqualTo(view("flame", "-alloc_space"));
    assertThat(screen.walked()).isNull();
    screen.become(new Window(true, 80, true));
    for (int twice = 0; twice < 2; twice++) { // the second answer is a kept one
      assertThat(shown("flame incr")).isEmpty();
      FlameViewer.Graphs graphs = requireNonNull(screen.walked());
      assertThat(graphs.sampleTypes().get(graphs.first())).isEqualTo("inuse_space");
      assertThat(graphs.graph().apply(1).label(0)).isEqualTo("15.07MB");
    }
    Path file = folder.resolve("flame.txt");
    run("flame >" + file);
    assertThat(Files.readString(file)).isEqualTo(view("flame"));
    Path svg = folder.resolve("flame.svg");
    for (int twice = 0; twice < 2; twice++) {
      run("flame --svg=" + svg);
      Files.delete(svg);
    }
  }

  @Test
  void whatCannotBeReadIsTold() {
    assertThat(shell.open(List.of("nowhere.pb.gz")).code()).isEqualTo(ExitCode.UNREADABLE);
    assertThat(screen.told()).contains("nowhere.pb.gz");
    assertThat(wrong("top")).isEqualTo("mapleak: nothing is open: open FILE...\n");
  }

  private void run(String... lines) {
    for (String line : lines) {
      assertThat(shell.run(line)).as(line).isEqualTo(Outcome.DONE);
    }
    assertThat(screen.told()).isEmpty();
  }

  private String shown(String line) {
    assertThat(shell.run(line).isError()).as("%s: %s", line, screen.told()).isFalse();
    return screen.shown();
  }

  private String wrong(String line) {
    assertThat(shell.run(line).isError()).as(line).isTrue();
    return screen.told();
  }

  /** A view on the command line, with the labels of which the shell is spared. */
  private static String view(String... words) {
    List<String> args = new ArrayList<>(List.of(words));
    args.add("-compact_labels");
    args.add(NEWEST);
    return command(args.toArray(new String[0]));
  }

  private static String command(String... args) {
    return TestShell.process("", List.of(args)).output();
  }
}

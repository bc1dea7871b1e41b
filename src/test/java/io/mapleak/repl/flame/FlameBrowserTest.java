package io.mapleak.repl.flame;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapleak.command.FlameViewer;
import io.mapleak.report.TextStyle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jline.builtins.ScreenTerminal;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Keys as a terminal sends them; scripts/shell-session tries a real one. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class FlameBrowserTest {
  private static final String LEAVES = "\u001b[?1049l";

  private static final List<String> TYPES =
      List.of("alloc_objects", "alloc_space", "inuse_objects", "inuse_space");

  private final List<Integer> typesShown = new ArrayList<>();

  @Test
  void keysWalkTheGraph() throws IOException {
    assertThat(lastScreen("")).contains("100B, 100%  inuse_space").contains("? help");
    assertThat(lastScreen("\u001b[B")).contains("90B, 90.00%  left");
    assertThat(lastScreen("\u001b[B\u001bOC")).contains("10B, 10.00%  right");
    assertThat(lastScreen("jl\r")).contains("|right 10.00%                       ");
    assertThat(lastScreen("jl\ru")).contains("|left 90.00%");
    assertThat(lastScreen("jx~j")).as("other keys do nothing").contains("90B, 90.00%  a");
    assertThat(sent("?xq")).contains("finds functions by a regular expression");
    assertThat(lastScreen("?xj")).contains("90B, 90.00%  left");
  }

  @Test
  void aSearchIsTypedBelow() throws IOException {
    assertThat(lastScreen("/^[bc]\r")).contains("1 of 2 frames, 10.00%").contains("9B, 9.00%  b");
    assertThat(lastScreen("/^[bc]\rn")).contains("2 of 2 frames").contains("1B, 1.00%  c");
    assertThat(lastScreen("/c(\r")).contains("error parsing regexp: missing closing )");
    assertThat(lastScreen("/c\u0003j")).contains("90B, 90.00%  left");
  }

  @Test
  void anotherSampleTypeIsShown() throws IOException {
    assertThat(lastScreen("s")).contains("alloc_objects");
    assertThat(typesShown).containsExactly(3, 0);
  }

  @Test
  void whoLeavesSeesNoMoreKeys() throws IOException {
    for (String leave : List.of("q", "\u0003", "\u0004")) {
      assertThat(sent(leave + "j")).contains("100B, 100%  inuse_space").doesNotContain("90B");
    }
  }

  @Test
  void aSearchLineIsEdited() {
    SearchLine line = new SearchLine();
    "abx\u007fc".chars().forEach(c -> assertThat(line.type(c)).isTrue());
    assertThat(line.text()).isEqualTo("abc");
    assertThat(line.type('\r')).isFalse();
    assertThat(line.isDone()).isTrue();
    SearchLine dropped = new SearchLine();
    dropped.type('a');
    assertThat(dropped.type(0x15)).isTrue();
    assertThat(dropped.text()).isEmpty();
    assertThat(dropped.type('\b')).isFalse();
    assertThat(dropped.isDone()).isFalse();
    assertThat(new SearchLine().type(-1)).as("the end of the input").isFalse();
  }

  /** What the screen shows when the keys have been followed and q leaves. */
  private String lastScreen(String keys) throws IOException {
    String sent = sent(keys + "q");
    ScreenTerminal screen = new ScreenTerminal(60, 12);
    screen.write(sent.substring(0, sent.indexOf(LEAVES)));
    return screen.toString();
  }

  private String sent(String keys) throws IOException {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    try (LineDisciplineTerminal terminal =
        new LineDisciplineTerminal("test", "xterm-256color", output, StandardCharsets.UTF_8)) {
      terminal.setSize(new Size(60, 12));
      terminal.enterRawMode();
      Attributes raw = terminal.getAttributes();
      raw.setLocalFlag(Attributes.LocalFlag.ISIG, false);
      terminal.setAttributes(raw); // before the keys: this terminal looks at them as they come
      terminal.processInputBytes(keys.getBytes(StandardCharsets.UTF_8));
      browse(terminal);
    }
    return output.toString(StandardCharsets.UTF_8);
  }

  private void browse(Terminal terminal) {
    FlameViewer.Graphs graphs =
        new FlameViewer.Graphs(
            TYPES,
            3,
            type -> {
              typesShown.add(type);
              return FlameWalkTest.graph(type);
            });
    FlameBrowser.run(terminal, graphs, TextStyle.PLAIN);
  }
}

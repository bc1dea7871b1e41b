package io.mapleak.repl.flame;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import io.mapleak.report.TextStyle;
import io.mapleak.testing.ProfileDsl;
import io.mapleak.view.FlameGraph;
import io.mapleak.view.ReportOptions;
import io.mapleak.view.Selection;
import java.util.List;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;

final class FlamePainterTest {
  private static final int IN_USE = 3;

  private final FlameWalk start = FlameWalk.of(FlameWalkTest.graph(IN_USE), 30);

  @Test
  void aScreenHasTheCellsWhatIsSelectedAndAHint() {
    assertThat(texts(start.down(), 6, 30, ""))
        .containsExactly(
            "|inuse_space 100B 100%",
            "|left 90.00%               |ri",
            "|a 90.00%                  |b",
            "",
            "90B, 90.00%  left",
            "? help  / search  Enter zoom");
  }

  @Test
  void rowsFollowTheSelectedOneWhereTheWindowIsLow() {
    assertThat(texts(start.down().down(), 4, 30, "a message"))
        .containsExactly(
            "|left 90.00%               |ri",
            "|a 90.00%                  |b", "90B, 90.00%  a", "a message");
    assertThat(texts(start, 1, 30, "")).containsExactly("|inuse_space 100B 100%");
  }

  @Test
  void whatWasFoundIsCounted() {
    FlameWalk found = start.search(Pattern.compile("b|right"));
    assertThat(texts(found, 6, 60, "")).contains("/b|right  1 of 2 frames, 10.00%  n next  N back");
  }

  @Test
  void coloursTellTheSelectedTheFoundAndTheCallersOfTheZoomed() {
    FlamePainter painter = new FlamePainter(new TextStyle(80, true, true));
    FlameWalk walk = start.search(Pattern.compile("^b$")).up().zoom();
    List<AttributedString> lines = painter.lines(walk, 5, 30, "");
    assertThat(lines.get(0).toAnsi(256, null)).contains("48;5;249m");
    assertThat(lines.get(1).toAnsi(256, null)).contains("48;5;26");
    assertThat(lines.get(2).toAnsi(256, null)).contains("48;5;213");
    List<AttributedString> plain = new FlamePainter(TextStyle.PLAIN).lines(walk, 5, 30, "");
    assertThat(plain.get(1).toAnsi(256, null)).contains("\u001b[7m").doesNotContain("48;");
  }

  @Test
  void aNameCannotCommandTheTerminal() {
    ProfileDsl heap = ProfileDsl.heap().sample("\u001b[2Jevil x.go:1").values(0, 0, 1, 5);
    FlameWalk walk =
        FlameWalk.of(FlameGraph.of(Selection.of(heap.build(), IN_USE), ReportOptions.DEFAULT), 40);
    assertThat(texts(walk.down(), 5, 40, "")).contains("|[2Jevil 100%", "5B, 100%  [2Jevil");
  }

  @Test
  void linesAreNoWiderThanTheWindow() {
    for (int columns = 1; columns < 40; columns++) {
      for (String line : texts(start.resized(columns).down().right(), 6, columns, "")) {
        assertThat(line.length()).isLessThanOrEqualTo(columns);
      }
      for (AttributedString line : new FlamePainter(TextStyle.PLAIN).help(columns)) {
        assertThat(line.columnLength()).isLessThanOrEqualTo(columns);
      }
    }
  }

  private static List<String> texts(FlameWalk walk, int rows, int columns, String message) {
    return new FlamePainter(TextStyle.PLAIN)
        .lines(walk, rows, columns, message).stream()
            .map(line -> line.toString().stripTrailing())
            .toList();
  }
}

package io.mapleak.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapleak.testing.Goldens;
import io.mapleak.testing.TestData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FlameCommandTest extends CommandRun {
  private static final String OLD = TestData.file("go1.23-miniredis/heap-01.pb.gz").toString();
  private static final String NEW = TestData.file("go1.23-miniredis/heap-10.pb.gz").toString();
  private static final String BUSY =
      TestData.file("views/go1.24-server-miniredis-versions-growing-10.pb.gz").toString();

  @Test
  void textIsDrawnInTheColumnsAskedFor() {
    Goldens.check("flame/80.txt", ViewRun.text(List.of("flame", NEW)));
    Goldens.check(
        "flame/120-alloc.txt",
        ViewRun.text(List.of("flame", "--width", "120", "-alloc_space", "-focus=Peer", BUSY)));
    Goldens.check("flame/40.txt", ViewRun.text(List.of("flame", "--width=40", NEW)));
    Goldens.check(
        "flame/diff.txt", ViewRun.text(List.of("flame", NEW, "-diff_base", OLD, "-lines")));
  }

  @Test
  void linesAreNoWiderThanAsked() {
    for (int width : new int[] {20, 33, 61, 250}) {
      String text = ViewRun.text(List.of("flame", "--width=" + width, "-alloc_space", BUSY));
      assertThat(text.lines().filter(line -> !line.contains("too narrow")))
          .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(width));
    }
  }

  @Test
  void anSvgFileIsWrittenOrPrinted(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("flame.svg");
    assertThat(run("flame", NEW, "--svg", file.toString())).isZero();
    String svg = Files.readString(file);
    assertThat(svg).contains("(*RedisDB).incr\n6.91MB, 69.72%</title>");
    assertThat(ViewRun.text(List.of("flame", "--svg=-", NEW))).isEqualTo(svg);
    assertThat(run("flame", NEW, "--svg", folder.resolve("none/x.svg").toString()))
        .isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("none/x.svg: can't be written");
  }

  @Test
  void labelsBecomeFramesWhereAskedFor() {
    assertThat(ViewRun.text(List.of("flame", "-tagleaf=bytes", NEW)))
        .contains("\u258f7241728 69.72%");
  }

  @Test
  void aWidthThatShowsNothingIsRefused() {
    assertThat(run("flame", NEW, "--width", "19")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("--width is 20 or more");
  }
}

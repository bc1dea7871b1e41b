package io.mapleak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The shape of the source files: short, and named after what they hold. */
class SourceTreeTest {
  private static final Path SOURCES = Path.of("src");

  /** The house rule's hard cap, in lines. */
  private static final int MAX_LINES = 500;

  private static final Pattern DRAWER = Pattern.compile("(?i)utils?|commons?|helpers?|managers?");
  private static final Pattern DRAWER_SUFFIX =
      Pattern.compile(".*(Utils?|Commons?|Helpers?|Managers?)");

  @Test
  void filesAreShort() throws IOException {
    assertThat(javaFiles())
        .allSatisfy(file -> assertThat(lines(file)).as("lines").isLessThanOrEqualTo(MAX_LINES));
  }

  @Test
  void nothingIsNamedAsADrawer() throws IOException {
    assertThat(javaFiles())
        .noneMatch(
            file ->
                DRAWER_SUFFIX.matcher(file.getFileName().toString().replace(".java", "")).matches())
        .noneMatch(SourceTreeTest::liesInADrawer);
  }

  private static boolean liesInADrawer(Path file) {
    for (Path part : file) {
      if (DRAWER.matcher(part.toString()).matches()) {
        return true;
      }
    }
    return false;
  }

  private static List<Path> javaFiles() throws IOException {
    try (Stream<Path> tree = Files.walk(SOURCES)) {
      List<Path> files = tree.filter(f -> f.toString().endsWith(".java")).sorted().toList();
      assertThat(files).as("source files").isNotEmpty();
      return files;
    }
  }

  private static long lines(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package io.mapleak.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Expected outputs in testdata/goldens. {@code -Dupdate-goldens=true} writes them anew; then the
 * difference is to be read before it is committed.
 */
public final class Goldens {
  private static final Path FOLDER = TestData.file("goldens");

  private Goldens() {}

  /** Compares with the golden of this name, e.g. {@code report/leak.txt}. */
  public static void check(String name, String actual) {
    Path file = FOLDER.resolve(name);
    try {
      if (Boolean.getBoolean("update-goldens")) {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, actual);
      }
      assertThat(file).as("golden, written by -Dupdate-goldens=true").exists();
      assertThat(actual).as(name).isEqualTo(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

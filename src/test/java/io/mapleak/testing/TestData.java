package io.mapleak.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where test data lies. */
public final class TestData {
  private TestData() {}

  /** A file below testdata/. */
  public static Path file(String name) {
    return Path.of("testdata").resolve(name);
  }

  /**
   * A file or folder of the data that is shared beside the checkout, {@code ../shared} or {@code
   * $MAPLEAK_SHARED}; skips the test, and says so, where it is not there.
   */
  public static Path shared(String name) {
    @Nullable String root = System.getenv("MAPLEAK_SHARED");
    Path path = Path.of(root == null ? "../shared" : root).resolve(name);
    assumeTrue(
        Files.exists(path),
        () -> path + " is not there: set MAPLEAK_SHARED to run on the shared data");
    return path;
  }
}

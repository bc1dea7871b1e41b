package io.mapleak.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapleak.testing.TestData;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The views equal the text that google/pprof printed of the same profiles; testdata/README.md tells
 * how it was made. scripts/check-pprof compares thousands more, where Go is installed.
 */
final class ViewGoldenTest {
  private static final String SUFFIX = ".pb.gz";

  /** Fewer means that the test looked at the wrong place. */
  private static final int LEAST_PROFILES = 24;

  static List<Path> profiles() throws IOException {
    try (Stream<Path> files = Files.list(TestData.file("views"))) {
      List<Path> profiles = files.filter(f -> f.toString().endsWith(SUFFIX)).sorted().toList();
      assertThat(profiles).hasSizeGreaterThanOrEqualTo(LEAST_PROFILES);
      return profiles;
    }
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void top(Path profile) throws IOException {
    assertThat(unsigned(run("top", profile.toString())))
        .isEqualTo(unsigned(golden(profile, ".top.txt")));
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void raw(Path profile) throws IOException {
    assertThat(run("raw", profile.toString())).isEqualTo(golden(profile, ".raw.txt"));
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void topByCum(Path profile) throws IOException {
    String expected = unsigned(golden(profile, ".cum.txt"));
    String file = profile.toString();
    assertThat(unsigned(run("top", "-cum", "-nodecount=7", "-sample_index=0", file)))
        .isEqualTo(expected);
    assertThat(unsigned(run("top", file, "--nodecount", "7", "--sample-index=0", "--cum")))
        .isEqualTo(expected);
  }

  /** A text as google/pprof writes it: it leaves out the signs of negative percentages. */
  private static String unsigned(String text) {
    return text.replaceAll(" *-?([0-9.]+(e-[0-9]+)?%)", " $1").replaceAll(" +", " ");
  }

  private static String golden(Path profile, String kind) throws IOException {
    String name = profile.getFileName().toString();
    String base = name.substring(0, name.length() - SUFFIX.length());
    return Files.readString(profile.resolveSibling(base + kind));
  }

  private static String run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Surroundings surroundings =
        new Surroundings(
            InputStream.nullInputStream(),
            false,
            false,
            StandardCharsets.UTF_8,
            Map.of("TZ", "UTC"));
    List<String> words = new ArrayList<>(Arrays.asList(args));
    int code = Mapleak.run(surroundings, "0", new PrintWriter(out), new PrintWriter(err), words);
    assertThat(err.toString()).isEmpty();
    assertThat(code).isEqualTo(ExitCode.OK);
    return out.toString();
  }
}

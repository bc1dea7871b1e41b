package io.mapleak.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.mapleak.testing.TestData;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/**
 * All views under all options: digests of what google/pprof printed when they were recorded, by
 * scripts/update-view-goldens. To see a difference, run the line with both: scripts/check-pprof
 * does.
 */
final class ViewDigestTest {
  /** Fewer mean that the recording was cut. */
  private static final int LEAST_CASES = 400;

  private static final String REFUSED = "(refused)";

  @Test
  void everyViewPrintsWhatPprofPrinted() throws IOException {
    List<String> lines = Files.readAllLines(TestData.file("views").resolve("digests.txt"));
    assertThat(lines).hasSizeGreaterThanOrEqualTo(LEAST_CASES);
    List<String> different = new ArrayList<>();
    for (String line : lines) {
      int space = line.indexOf(' ');
      List<String> args = Arrays.asList(line.substring(space + 1).split(" ", -1));
      if (!line.substring(0, space).equals(digest(args))) {
        different.add(line);
      }
    }
    assertThat(different).isEmpty();
  }

  private static String digest(List<String> args) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Surroundings surroundings =
        new Surroundings(
            InputStream.nullInputStream(),
            false,
            false,
            StandardCharsets.UTF_8,
            Map.of("TZ", "UTC"));
    PrintWriter err = new PrintWriter(new StringWriter());
    int code = Mapleak.run(surroundings, "0", new StandardOutput(out), err, args);
    if (code != ExitCode.OK) {
      assertThat(code).as("exit code of %s", args).isEqualTo(ExitCode.USAGE);
      return REFUSED;
    }
    return sha256(args.get(0).equals("proto") ? unpacked(out.toByteArray()) : unsigned(out));
  }

  private static byte[] unsigned(ByteArrayOutputStream out) {
    String text = out.toString(StandardCharsets.UTF_8);
    return ViewRun.unsigned(text).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] unpacked(byte[] gzip) throws IOException {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
      return in.readAllBytes();
    }
  }

  private static String sha256(byte[] text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
      return HexFormat.of().formatHex(digest).substring(0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

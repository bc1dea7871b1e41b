package io.mapleak.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Runs views in the tests' own process. */
final class ViewRun {
  private ViewRun() {}

  /** What a view prints; it must succeed. */
  static String text(List<String> args) {
    return new String(bytes(args), StandardCharsets.UTF_8);
  }

  /** The bytes that a view writes; it must succeed. */
  static byte[] bytes(List<String> args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StringWriter err = new StringWriter();
    Surroundings surroundings =
        new Surroundings(
            InputStream.nullInputStream(),
            false,
            false,
            StandardCharsets.UTF_8,
            Map.of("TZ", "UTC"));
    int code = Mapleak.run(surroundings, "0", new StandardOutput(out), new PrintWriter(err), args);
    assertThat(code).as("exit code of %s: %s", args, err).isEqualTo(ExitCode.OK);
    return out.toByteArray();
  }

  /** A text as google/pprof writes it: it leaves out the signs of negative percentages. */
  static String unsigned(String text) {
    return text.replaceAll(" *-?([0-9.]+(e-[0-9]+)?%)", " $1").replaceAll(" +", " ");
  }
}

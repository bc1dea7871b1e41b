package io.mapleak.command;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A command line run in the tests' own process, without a terminal or input. */
abstract class CommandRun {
  final StringWriter out = new StringWriter();
  final StringWriter err = new StringWriter();

  /** The exit code. */
  int run(String... args) {
    Surroundings surroundings =
        new Surroundings(
            InputStream.nullInputStream(), false, false, StandardCharsets.UTF_8, Map.of());
    return Mapleak.run(
        surroundings, "test", new PrintWriter(out), new PrintWriter(err), List.of(args));
  }
}

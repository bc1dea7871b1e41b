package io.mapleak.analysis;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Recognises the Go texts that often lie beside heap profiles by their first lines, so that they
 * can be named when they are skipped.
 */
final class TextKind {
  /** Bytes of a file that are looked at: a log may begin with some lines of other output. */
  static final int HEAD_BYTES = 8192;

  private record Rule(String kind, Pattern line) {}

  // The patterns are fixed and have no nested repetition, so the JDK's engine is safe here.
  private static final List<Rule> RULES =
      List.of(
          new Rule("crash", Pattern.compile("^(panic|fatal error): ", Pattern.MULTILINE)),
          new Rule("crash", Pattern.compile("^\\[signal SIG[A-Z]+: ", Pattern.MULTILINE)),
          new Rule("goroutine", Pattern.compile("\\Agoroutine profile: total \\d")),
          new Rule("goroutineleak", Pattern.compile("\\Agoroutineleak profile: total \\d")),
          new Rule("goroutine", Pattern.compile("\\A\\s*goroutine \\d+ .{0,200}\\[")),
          new Rule("threadcreate", Pattern.compile("\\Athreadcreate profile: total \\d")),
          new Rule("mutex", Pattern.compile("\\A--- mutex:")),
          new Rule("block", Pattern.compile("\\A--- contention:")),
          new Rule("trace", Pattern.compile("\\Ago 1\\.\\d+ trace")),
          new Rule("gctrace", Pattern.compile("^gc \\d+ @[0-9.]+s ", Pattern.MULTILINE)));

  private TextKind() {}

  /** Kind of a text that begins so; empty when it is none of Go's. */
  static Optional<String> of(String head) {
    return RULES.stream()
        .filter(rule -> rule.line().matcher(head).find())
        .map(Rule::kind)
        .findFirst();
  }
}

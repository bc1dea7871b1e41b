package io.mapleak.evidence;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What log collectors put before each line of a process's output. */
final class LogPrefix {
  // fixed patterns without nested repetition, so the JDK's engine is safe
  private static final List<Pattern> PREFIXES =
      List.of(
          // docker compose: name  | line
          Pattern.compile("^[\\w.-]{1,60} *\\| "),
          // Kubernetes (CRI) and docker --timestamps
          Pattern.compile(
              "^\\d{4}-\\d\\d-\\d\\d[T ][0-9:.,]{5,20}(?:Z|[+-]\\d\\d:?\\d\\d)? "
                  + "(?:std(?:out|err) [FP] )?"),
          // syslog and journald
          Pattern.compile(
              "^[A-Z][a-z]{2} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d \\S{1,80} [^ \\[:]{1,60}"
                  + "(?:\\[\\d+\\])?: "),
          // dmesg
          Pattern.compile("^\\[ *\\d+\\.\\d+\\] "));

  private LogPrefix() {}

  /** The line as the process wrote it, as far as that can be told. */
  static String strip(String line) {
    String text = line;
    for (Pattern prefix : PREFIXES) {
      Matcher matcher = prefix.matcher(text);
      if (matcher.find()) {
        text = text.substring(matcher.end());
      }
    }
    return text;
  }
}

package io.mapleak.evidence;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code /proc/PID/status} of Linux (fs/proc/array.c): a name and a value on each line. */
final class StatusText {
  private static final Pattern SIZE = Pattern.compile("^(\\w{1,30}):\\s+(\\d{1,15}) kB$");

  private StatusText() {}

  /** Whether a text that begins so is such a file. */
  static boolean begins(String head) {
    return head.startsWith("Name:\t") && head.contains("\nPid:\t");
  }

  /** Reads the lines to their end. */
  static Reading read(LogLines lines) throws IOException {
    Map<String, Long> sizes = new TreeMap<>();
    while (lines.next()) {
      Matcher size = SIZE.matcher(lines.text());
      if (size.matches()) {
        sizes.put(size.group(1), Long.parseLong(size.group(2)) * 1024);
      }
    }
    Long rss = sizes.get("VmRSS");
    if (rss == null) {
      throw lines.fault(
          "it has no VmRSS, as the status of a kernel thread, a dead process or a cut file",
          "copy /proc/PID/status of the running service again");
    }
    Long file = sizes.get("RssFile");
    long shared = sizes.getOrDefault("RssShmem", 0L);
    ProcessMemory memory =
        new ProcessMemory(
            "status",
            rss,
            optional(sizes.get("RssAnon")),
            file == null ? OptionalLong.empty() : OptionalLong.of(file + shared),
            optional(sizes.get("VmSwap")),
            OptionalLong.empty(),
            false);
    return new Reading("status", List.of(memory), List.of());
  }

  private static OptionalLong optional(@Nullable Long value) {
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }
}

package io.mapleak.evidence;

import io.mapleak.pprof.FormatException;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code /proc/PID/smaps} or {@code smaps_rollup} of Linux (fs/proc/task_mmu.c): a line for
 * each mapping, then its sizes in kB. Go 1.25 and later name their mappings {@code [anon: Go: ...]}
 * where the kernel can (runtime/set_vma_name_linux.go). Without names the heap is known up to Go
 * 1.25 alone, where it begins at 0xc000000000 on 64-bit systems (runtime/malloc.go); later releases
 * place it at random.
 */
final class SmapsText {
  private static final Pattern MAPPING =
      Pattern.compile("^([0-9a-f]{1,16})-([0-9a-f]{1,16}) [rwxsp-]{4} [0-9a-f]+ \\S+ \\d+ *(.*)$");

  private static final Pattern SIZE = Pattern.compile("^(\\w{1,30}): +(\\d{1,15}) kB$");

  /** Where the arenas of Go's heap begin, and the end of the first area that the runtime tries. */
  private static final long HEAP_START = 0xc0_0000_0000L;

  private static final long HEAP_END = 0xff_ffff_ffffL;

  private long rss;
  private long anonymous;
  private long swapped;
  private long go;
  private boolean ofGo;
  private boolean arenas;
  private boolean named;

  private SmapsText() {}

  /** Whether a text that begins so is such a file. */
  static boolean begins(String head) {
    int end = head.indexOf('\n');
    return end > 0 && MAPPING.matcher(head.substring(0, end)).matches();
  }

  /** Reads the lines to their end. */
  static Reading read(LogLines lines) throws IOException {
    return new SmapsText().readAll(lines);
  }

  private Reading readAll(LogLines lines) throws IOException {
    boolean sized = false;
    while (lines.next()) {
      Matcher mapping = MAPPING.matcher(lines.text());
      if (mapping.matches()) {
        mapping(mapping);
        continue;
      }
      Matcher size = SIZE.matcher(lines.text());
      if (size.matches()) {
        sized = true;
        add(size.group(1), Long.parseLong(size.group(2)) * 1024);
      }
    }
    if (!sized) {
      throw noSizes(lines);
    }
    ProcessMemory memory =
        new ProcessMemory(
            "smaps",
            rss,
            OptionalLong.of(anonymous),
            OptionalLong.of(Math.max(0, rss - anonymous)),
            OptionalLong.of(swapped),
            arenas ? OptionalLong.of(go) : OptionalLong.empty(),
            named);
    return new Reading("smaps", List.of(memory), List.of());
  }

  private static FormatException noSizes(LogLines lines) {
    return lines.fault(
        "mappings without sizes, as /proc/PID/maps has them", "give /proc/PID/smaps or status");
  }

  private void mapping(Matcher mapping) {
    long start = Long.parseUnsignedLong(mapping.group(1), 16);
    String name = mapping.group(3);
    boolean unnamed = name.isEmpty() && start >= HEAP_START && start <= HEAP_END;
    boolean byName = name.startsWith("[anon: Go: ");
    named |= byName;
    ofGo = unnamed || byName;
    arenas |= ofGo;
  }

  private void add(String name, long bytes) {
    switch (name) {
      case "Rss" -> {
        rss += bytes;
        go += ofGo ? bytes : 0;
      }
      case "Anonymous" -> anonymous += bytes;
      case "Swap" -> swapped += bytes;
      default -> {}
    }
  }
}

package io.mapleak.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Collects the lines of {@code GODEBUG=gctrace=1} from a log (gcMarkTermination in runtime/mgc.go,
 * Go 1.19 to 1.27; the forms before 1.18 lack stacks and globals, Go 1.26 and later may tell of a
 * check for goroutine leaks):
 *
 * <pre>
 * gc 7 @1.2s 3%: 0.1+2+0.01 ms clock, 0.2+0/1/2+0.02 ms cpu, 9->9->6 MB, 9 MB goal, 0 MB stacks,
 * 0 MB globals, 2 P (forced)
 * </pre>
 */
final class GcTraceLines {
  private static final Pattern LINE =
      Pattern.compile(
          "(?:^|\\s)gc (\\d{1,12}) @(\\d{1,12}(?:\\.\\d{1,6})?)s (\\d{1,3})%(?: \\([a-z ]{1,60}\\))?: "
              + "[0-9.+e-]{1,80} ms clock, [0-9.+/e-]{1,120} ms cpu, "
              + "(\\d{1,9})->(\\d{1,9})->(\\d{1,9}) MB, (\\d{1,9}) MB goal, "
              + "(?:(\\d{1,9}) MB stacks, (\\d{1,9}) MB globals, )?\\d{1,6} P( \\(forced\\))?");

  /** What every such line has, whole or not. */
  private static final Pattern START = Pattern.compile("(?:^|\\s)gc \\d{1,12} @[\\d.]{1,20}s ");

  /** 128 Ki collections, a day of one each second; beyond it every second one is dropped. */
  private static final int MOST_CYCLES = 1 << 17;

  private static final double MIB = 1 << 20;

  private final List<GcLog.Cycle> cycles = new ArrayList<>();
  private long stride = 1;
  private long taken;
  private long lastNumber;
  private int restarts;
  private int unreadable;

  /** Takes a line; false when it is none of the collector's. */
  boolean take(String line) {
    if (!line.contains("gc ") || !START.matcher(line).find()) {
      return false;
    }
    Matcher m = LINE.matcher(line);
    if (!m.find()) {
      unreadable++;
      return true;
    }
    long number = Long.parseLong(m.group(1));
    if (number <= lastNumber) {
      restarts++;
      cycles.clear();
      stride = 1;
      taken = 0;
    }
    lastNumber = number;
    if (taken++ % stride == 0) {
      cycles.add(cycle(m, number));
      thin();
    }
    return true;
  }

  private static GcLog.Cycle cycle(Matcher m, long number) {
    return new GcLog.Cycle(
        number,
        Double.parseDouble(m.group(2)),
        Double.parseDouble(m.group(3)) / 100,
        Long.parseLong(m.group(4)) * MIB,
        Long.parseLong(m.group(5)) * MIB,
        Long.parseLong(m.group(6)) * MIB,
        Long.parseLong(m.group(7)) * MIB,
        m.group(8) == null ? -1 : Long.parseLong(m.group(8)) * MIB,
        m.group(9) == null ? -1 : Long.parseLong(m.group(9)) * MIB,
        m.group(10) != null);
  }

  private void thin() {
    if (cycles.size() < MOST_CYCLES) {
      return;
    }
    List<GcLog.Cycle> kept = new ArrayList<>();
    for (int i = 0; i < cycles.size(); i += 2) {
      kept.add(cycles.get(i));
    }
    cycles.clear();
    cycles.addAll(kept);
    stride *= 2;
  }

  /** The collections of the last process of the log; empty when there are none. */
  Optional<GcLog> log() {
    return cycles.isEmpty() ? Optional.empty() : Optional.of(new GcLog(cycles));
  }

  /** Whether any line was the collector's, readable or not. */
  boolean any() {
    return !cycles.isEmpty() || unreadable > 0;
  }

  List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (restarts > 0) {
      notes.add(
          "its gctrace lines are of "
              + (restarts + 1)
              + " processes one after the other: only those of the last are used");
    }
    if (unreadable > 0) {
      notes.add(
          unreadable
              + (unreadable == 1 ? " gctrace line is" : " gctrace lines are")
              + " mixed with other output or of an unknown form and left out of the live heap");
    }
    return notes;
  }
}

package io.mapleak.evidence;

import io.mapleak.pprof.FormatException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a goroutine profile in text form, {@code ?debug=1} (printCountProfile in
 * runtime/pprof/pprof.go):
 *
 * <pre>
 * goroutine profile: total 812
 * 800 @ 0x43e9b6 0x4072ec 0x46dd81
 * # labels: {"tenant":"acme"}
 * #   0x4072eb  main.(*queue).next+0x1d  /srv/app/queue.go:41
 * </pre>
 */
final class GoroutineText {
  private static final Pattern TITLE =
      Pattern.compile("^(goroutine|goroutineleak) profile: total (\\d{1,18})$");

  private static final Pattern RECORD = Pattern.compile("^(\\d{1,18}) @((?: 0x[0-9a-f]+)*)$");

  private static final Pattern FRAME =
      Pattern.compile("^#\\s+0x[0-9a-f]+\\s+(\\S+?)(?:\\+0x[0-9a-f]+)?\\s+(\\S.*):(\\d{1,9})$");

  private static final String CURE =
      "capture it again with curl HOST/debug/pprof/goroutine?debug=1";

  private final LogLines lines;
  private final GoroutineCounts counts = new GoroutineCounts();
  private final List<StackFrame> frames = new ArrayList<>();
  private long count;
  private boolean leaked;

  private GoroutineText(LogLines lines) {
    this.lines = lines;
  }

  /** Whether a text that begins so is such a profile. */
  static boolean begins(String head) {
    return head.startsWith("goroutine profile: total ")
        || head.startsWith("goroutineleak profile: total ");
  }

  /** Reads the lines to their end. */
  static Reading read(LogLines lines) throws IOException {
    return new GoroutineText(lines).read();
  }

  private Reading read() throws IOException {
    long claimed = title();
    while (lines.next()) {
      line(lines.text());
    }
    record();
    List<String> notes = new ArrayList<>();
    if (counts.total() < claimed) {
      notes.add(
          "cut short: it announces "
              + claimed
              + " goroutines and has "
              + counts.total()
              + ", so counts of it are too low; "
              + CURE);
    }
    GoroutineSnapshot.Form form =
        leaked ? GoroutineSnapshot.Form.LEAKED : GoroutineSnapshot.Form.COUNTS;
    return new Reading(
        leaked ? "goroutineleak" : "goroutine", List.of(counts.snapshot(form, 0)), notes);
  }

  private long title() throws IOException {
    if (lines.next()) {
      Matcher title = TITLE.matcher(lines.text());
      if (title.matches()) {
        leaked = title.group(1).equals("goroutineleak");
        return Long.parseLong(title.group(2));
      }
    }
    throw fault("the title has no number of goroutines");
  }

  private void line(String text) throws FormatException {
    if (text.isEmpty() || text.startsWith("# labels: ")) {
      return;
    }
    if (text.startsWith("#")) {
      Matcher frame = FRAME.matcher(text);
      if (frame.matches()) {
        frames.add(new StackFrame(frame.group(1), frame.group(2), Long.parseLong(frame.group(3))));
      }
      return;
    }
    Matcher next = RECORD.matcher(text);
    if (!next.matches()) {
      throw fault("this is neither a record (COUNT @ ADDRESSES) nor a frame of one");
    }
    record();
    count = Long.parseLong(next.group(1));
  }

  private void record() {
    if (count > 0) {
      counts.add(count, "", 0, leaked, frames, null);
    }
    count = 0;
    frames.clear();
  }

  private FormatException fault(String problem) {
    return lines.fault(problem, CURE);
  }
}

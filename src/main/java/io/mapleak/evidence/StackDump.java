package io.mapleak.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads goroutines as the runtime prints them (runtime/traceback.go, Go 1.19 to 1.27), line by
 * line:
 *
 * <pre>
 * goroutine 7 gp=0xc000 m=0 mp=0x5a [chan receive, 5 minutes, locked to thread] {label: value}:
 * main.(*queue).next(0xc000012345, {0x1?, 0x2?})
 *     /srv/app/queue.go:41 +0x1d
 * created by main.start in goroutine 1
 *     /srv/app/main.go:12 +0x55
 * </pre>
 */
final class StackDump {
  private static final Pattern HEADER =
      Pattern.compile(
          "^goroutine (\\d{1,18})(?: gp=\\S+ m=\\S+(?: mp=\\S+)?)? \\[([^\\]]*)\\](?: \\{.*\\})?:$");

  private static final Pattern PLACE = Pattern.compile("^\\s+(.+):(\\d{1,9})(?: \\+0x[0-9a-f]+)?$");

  private static final Pattern NOTE = Pattern.compile(" \\((?:leaked|scan|durable)\\)");

  private static final Pattern MINUTES = Pattern.compile("^(\\d{1,9}) minutes$");

  /** Frames of one stack: the runtime prints at most 100. */
  private static final int MOST_FRAMES = 1100;

  private boolean open;
  private boolean ancestors;
  private long id;
  private String status = "";
  private final List<StackFrame> frames = new ArrayList<>();
  private @Nullable StackFrame createdBy;
  private @Nullable String function;
  private boolean creator;
  private @Nullable Goroutine finished;

  /** Whether a line begins a goroutine. */
  static boolean isHeader(String line) {
    return line.startsWith("goroutine ") && HEADER.matcher(line).matches();
  }

  /** Takes a line; false when it belongs to no goroutine. */
  boolean take(String line) {
    if (line.startsWith("goroutine ")) {
      Matcher header = HEADER.matcher(line);
      if (header.matches()) {
        finish();
        open = true;
        id = Long.parseLong(header.group(1));
        status = header.group(2);
        return true;
      }
    }
    if (!open) {
      return false;
    }
    if (line.isBlank()) {
      finish();
      return true;
    }
    boolean note = line.startsWith("...") || line.startsWith("\tgoroutine running on other thread");
    if (takePlace(line) || note) {
      return true;
    }
    if (line.startsWith("[originating from goroutine ")) {
      ancestors = true;
      return true;
    }
    return takeFunction(line);
  }

  private boolean takePlace(String line) {
    if (function == null || !Character.isWhitespace(line.charAt(0))) {
      return false;
    }
    Matcher place = PLACE.matcher(line);
    if (place.matches()) {
      add(new StackFrame(function, place.group(1), Long.parseLong(place.group(2))));
    }
    function = null;
    return place.matches();
  }

  private boolean takeFunction(String line) {
    addPending();
    if (line.startsWith("created by ")) {
      int in = line.lastIndexOf(" in goroutine ");
      function = line.substring("created by ".length(), in < 0 ? line.length() : in);
      creator = true;
      return true;
    }
    int arguments = line.endsWith(")") ? line.lastIndexOf('(') : -1;
    if (arguments <= 0 || Character.isWhitespace(line.charAt(0))) {
      finish();
      return false;
    }
    function = line.substring(0, arguments);
    return true;
  }

  /** A function whose place was cut off. */
  private void addPending() {
    if (function != null) {
      add(new StackFrame(function, "", 0));
      function = null;
    }
  }

  private void add(StackFrame frame) {
    if (ancestors) {
      return;
    }
    if (creator) {
      createdBy = frame;
    } else if (frames.size() < MOST_FRAMES) {
      frames.add(frame);
    }
    creator = false;
  }

  /** Ends the goroutine that is being read. */
  void finish() {
    if (open) {
      addPending();
      finished = goroutine();
    }
    open = false;
    ancestors = false;
    creator = false;
    createdBy = null;
    frames.clear();
  }

  private Goroutine goroutine() {
    String[] parts = status.split(", ", -1);
    long minutes = 0;
    for (String part : parts) {
      Matcher matcher = MINUTES.matcher(part);
      minutes = matcher.matches() ? Long.parseLong(matcher.group(1)) : minutes;
    }
    String state = NOTE.matcher(parts[0]).replaceAll("");
    return new Goroutine(id, state, minutes, parts[0].contains("(leaked)"), frames, createdBy);
  }

  /** The goroutine that ended last, once; null when none did since. */
  @Nullable Goroutine poll() {
    Goroutine goroutine = finished;
    finished = null;
    return goroutine;
  }
}

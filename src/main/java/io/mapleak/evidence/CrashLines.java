package io.mapleak.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Collects panics, fatal errors and goroutine dumps from a log (printpanics in runtime/panic.go;
 * the words of net/http for a panic it caught). Goroutines after a panic belong to it; all others
 * are a dump, as SIGQUIT or {@code ?debug=2} print it.
 */
final class CrashLines {
  private static final Pattern HTTP =
      Pattern.compile("http2?: panic serving \\S{1,80}: (.{0,4096})$");

  /** 256 crashes: the first ones tell enough of a server that panics at each request. */
  private static final int MOST_CRASHES = 256;

  /** Other goroutines kept of one crash. */
  private static final int MOST_OTHERS = 1000;

  private static final int MESSAGE_LENGTH = 1000;

  private final StackDump stack = new StackDump();
  private final GoroutineCounts dump = new GoroutineCounts();
  private final List<Crash> crashes = new ArrayList<>();
  private @Nullable Head head;
  private @Nullable Goroutine first;
  private final List<Goroutine> others = new ArrayList<>();

  private record Head(CrashKind kind, String message, boolean recovered, long line) {}

  /** Takes a line; false when it belongs to no crash and no goroutine. */
  boolean take(String text, long line) {
    boolean taken = stack.take(text);
    collect();
    if (taken) {
      return true;
    }
    if (text.startsWith("\tpanic: ") && head != null && first == null) {
      // a panic while another one was handled: the runtime indents the later ones
      head = merged(head, text.substring("\tpanic: ".length()));
      return true;
    }
    Head begun = begins(text, line);
    if (begun != null) {
      // two threads may see the same race: the runtime says it twice and prints one set of stacks
      if (head == null || first != null || head.kind != begun.kind) {
        end();
        head = begun;
      }
      return true;
    }
    if (first != null && !text.isBlank() && !text.startsWith("exit status ")) {
      end();
    }
    return text.startsWith("[signal SIG");
  }

  private static Head merged(Head head, String message) {
    CrashKind kind = CrashKind.of(message, head.kind);
    return new Head(
        head.kind == CrashKind.PANIC ? kind : head.kind, head.message, head.recovered, head.line);
  }

  private static @Nullable Head begins(String text, long line) {
    if (text.startsWith("panic: ")) {
      return head(text.substring("panic: ".length()), CrashKind.PANIC, false, line);
    }
    if (text.startsWith("fatal error: ")) {
      return head(text.substring("fatal error: ".length()), CrashKind.FATAL, false, line);
    }
    if (text.contains(": panic serving ")) {
      Matcher http = HTTP.matcher(text);
      if (http.find()) {
        return head(http.group(1), CrashKind.PANIC, true, line);
      }
    }
    return null;
  }

  private static Head head(String message, CrashKind other, boolean recovered, long line) {
    String kept =
        message.length() > MESSAGE_LENGTH ? message.substring(0, MESSAGE_LENGTH) + "..." : message;
    return new Head(CrashKind.of(message, other), kept, recovered, line);
  }

  private void collect() {
    Goroutine goroutine = stack.poll();
    if (goroutine == null) {
      return;
    }
    if (head == null) {
      dump.add(goroutine);
    } else if (first == null) {
      first = goroutine;
    } else if (others.size() < MOST_OTHERS) {
      others.add(goroutine);
    }
  }

  private void end() {
    stack.finish();
    collect();
    // words without a stack are only believed when they are the runtime's own
    if (head != null
        && crashes.size() < MOST_CRASHES
        && (first != null || (head.kind != CrashKind.PANIC && head.kind != CrashKind.FATAL))) {
      crashes.add(new Crash(head.kind, head.message, head.recovered, first, others, head.line));
    }
    head = null;
    first = null;
    others.clear();
  }

  /** All crashes; call after the last line. */
  List<Crash> crashes() {
    end();
    return crashes;
  }

  /** Goroutines that belong to no crash; call after {@link #crashes}. */
  GoroutineCounts dump() {
    return dump;
  }
}

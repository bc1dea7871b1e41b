package io.mapleak.evidence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects escapes from compiler output (cmd/compile/internal/escape, Go 1.19 to 1.27). */
final class EscapeLines {
  private static final Pattern LINE =
      Pattern.compile("^(\\S[^:]{0,1000}\\.go):(\\d{1,9}):(\\d{1,9}): (.*)$");

  /** What else the compiler says under -m, by which its output is known. */
  private static final Pattern OTHER =
      Pattern.compile(
          "^(?:can inline |cannot inline |inlining call to |leaking param|.* does not escape$"
              + "|parameter .* leaks to |ignoring self-assignment)");

  private static final String ESCAPES = " escapes to heap";
  private static final String MOVED = "moved to heap: ";

  /** 256 Ki facts: a tree of a million lines. */
  private static final int MOST = 1 << 18;

  private record Key(String file, long line, long column, String subject) {}

  private final Map<Key, EscapeFacts.Fact> facts = new LinkedHashMap<>();
  private @Nullable Key last;
  private boolean any;

  /** Takes a line; false when it is none of the compiler's. */
  boolean take(String text) {
    if (text.startsWith("# ") && any) {
      return true;
    }
    if (!text.contains(".go:")) {
      return false;
    }
    Matcher matcher = LINE.matcher(text);
    return matcher.matches() && take(matcher);
  }

  private boolean take(Matcher place) {
    String message = place.group(4);
    String file = place.group(1).startsWith("./") ? place.group(1).substring(2) : place.group(1);
    long line = Long.parseLong(place.group(2));
    long column = Long.parseLong(place.group(3));
    if (message.startsWith("  ")) {
      flow(file, line, column, message.strip());
      return any;
    }
    if (message.startsWith(MOVED)) {
      add(file, line, column, message.substring(MOVED.length()), true);
    } else {
      int escapes = message.indexOf(ESCAPES);
      if (escapes > 0) {
        add(file, line, column, message.substring(0, escapes), false);
      } else if (!OTHER.matcher(message).find()) {
        return false;
      }
    }
    any = true;
    return true;
  }

  private void add(String file, long line, long column, String subject, boolean moved) {
    if (facts.size() < MOST) {
      last = new Key(file, line, column, subject);
      facts.putIfAbsent(last, new EscapeFacts.Fact(file, line, column, subject, moved, ""));
    }
  }

  /** The first step of the flow belongs to the last fact of the same place. */
  private void flow(String file, long line, long column, String step) {
    if (!step.startsWith("from ")) {
      return;
    }
    EscapeFacts.Fact fact = last == null ? null : facts.get(last);
    if (last != null
        && fact != null
        && fact.flow().isEmpty()
        && fact.file().equals(file)
        && fact.line() == line
        && fact.column() == column) {
      facts.put(last, new EscapeFacts.Fact(file, line, column, fact.subject(), fact.moved(), step));
    }
  }

  /** All facts; empty when no line was the compiler's. */
  Optional<EscapeFacts> facts() {
    return any ? Optional.of(new EscapeFacts(List.copyOf(facts.values()))) : Optional.empty();
  }
}

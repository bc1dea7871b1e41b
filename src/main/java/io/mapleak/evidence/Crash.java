package io.mapleak.evidence;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A panic or fatal error with the stacks printed after it. Immutable.
 *
 * @param kind what happened
 * @param message the runtime's words after {@code panic: } or {@code fatal error: }
 * @param recovered whether net/http caught it, so that only the request failed
 * @param goroutine the goroutine it happened in; null when no stack was printed
 * @param others the goroutines printed after it, as many as were kept
 * @param line line of the log where it begins
 */
public record Crash(
    CrashKind kind,
    String message,
    boolean recovered,
    @Nullable Goroutine goroutine,
    List<Goroutine> others,
    long line)
    implements Observation {
  public Crash {
    others = List.copyOf(others);
  }

  /**
   * The user's line that it happened at: the first frame outside Go's library below the last {@code
   * panic} frame, which is the first panic where one followed another. Empty without a stack.
   */
  public Optional<StackFrame> at() {
    return goroutine == null ? Optional.empty() : userFrame(goroutine);
  }

  /** The innermost frame of a goroutine in the user's own code. */
  public static Optional<StackFrame> userFrame(Goroutine goroutine) {
    List<StackFrame> frames = goroutine.frames();
    int from = 0;
    for (int i = 0; i < frames.size(); i++) {
      String function = frames.get(i).function();
      if (function.equals("panic") || function.equals("runtime.gopanic")) {
        from = i + 1;
      }
    }
    return frames.subList(from, frames.size()).stream()
        .filter(frame -> !frame.isStandard())
        .findFirst();
  }
}

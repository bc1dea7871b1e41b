package io.mapleak.evidence;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goroutines with the same stack.
 *
 * @param count how many
 * @param state what they do or wait for; empty in profiles, which do not say
 * @param longestWaitMinutes the longest wait among them; 0: less than a minute, or not said
 * @param leaked whether the collector proved that nothing can wake them
 * @param frames the stack, innermost first; empty where the input hides it
 * @param createdBy the {@code go} statement; null in profiles, which do not say
 */
public record GoroutineGroup(
    long count,
    String state,
    long longestWaitMinutes,
    boolean leaked,
    List<StackFrame> frames,
    @Nullable StackFrame createdBy) {
  public GoroutineGroup {
    frames = List.copyOf(frames);
  }

  /**
   * The line where they stand in the user's own code: the innermost frame outside Go's library; the
   * function they began in where all are Go's; null without frames.
   */
  public @Nullable StackFrame at() {
    return frames.stream().filter(frame -> !frame.isStandard()).findFirst().orElse(entry());
  }

  /** The function they began in; null without frames. */
  public @Nullable StackFrame entry() {
    for (int i = frames.size() - 1; i >= 0; i--) {
      if (!frames.get(i).function().equals("runtime.goexit")) {
        return frames.get(i);
      }
    }
    return null;
  }
}

package io.mapleak.evidence;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One goroutine of a text dump (runtime/traceback.go, goroutineheader).
 *
 * @param id number of the goroutine
 * @param state what it does or waits for, e.g. {@code chan receive}, without its notes
 * @param waitMinutes how long it has waited; 0: less than a minute, or not said
 * @param leaked whether the collector proved that nothing can wake it (Go 1.26 on)
 * @param frames the stack, innermost first
 * @param createdBy the {@code go} statement; null when not said
 */
public record Goroutine(
    long id,
    String state,
    long waitMinutes,
    boolean leaked,
    List<StackFrame> frames,
    @Nullable StackFrame createdBy) {
  public Goroutine {
    frames = List.copyOf(frames);
  }
}

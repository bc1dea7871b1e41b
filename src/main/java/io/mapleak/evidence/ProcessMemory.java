package io.mapleak.evidence;

import java.util.OptionalLong;

/**
 * What the system says of a process's memory, in bytes; what the source does not say is empty.
 * Immutable.
 *
 * @param source {@code smaps}, {@code status} or {@code --rss}
 * @param rss resident set
 * @param anonymous resident memory that no file backs: the Go heap, stacks, cgo's malloc
 * @param file resident memory that files back, the binary's own code among it
 * @param swapped anonymous memory in swap
 * @param go resident memory of mappings that the Go runtime named or that lie where its heap does;
 *     empty when mappings are not told apart
 * @param named whether the runtime named its mappings, so that {@code go} is all of its memory and
 *     not the heap and stacks alone
 */
public record ProcessMemory(
    String source,
    long rss,
    OptionalLong anonymous,
    OptionalLong file,
    OptionalLong swapped,
    OptionalLong go,
    boolean named)
    implements Observation {
  /** A resident size alone. */
  public static ProcessMemory resident(long bytes) {
    OptionalLong none = OptionalLong.empty();
    return new ProcessMemory("--rss", bytes, none, none, none, none, false);
  }
}

package io.mapleak.evidence;

import java.util.List;

/** Why a Go process died or a request failed, told by the runtime's own words. */
public enum CrashKind {
  /** runtime/map.go: a write to a map that was never made. */
  NIL_MAP_WRITE("assignment to entry in nil map"),
  /** The runtime saw two writers at once; not every race is seen. */
  CONCURRENT_MAP_WRITES("concurrent map writes"),
  CONCURRENT_MAP_READ_WRITE("concurrent map read and map write"),
  CONCURRENT_MAP_ITERATION("concurrent map iteration and map write"),
  CONCURRENT_MAP_CLONE("concurrent map clone and map write"),
  /** A key whose dynamic type can't be compared. */
  UNHASHABLE_KEY("hash of unhashable type"),
  STACK_OVERFLOW("stack overflow"),
  DEADLOCK("all goroutines are asleep - deadlock!"),
  OUT_OF_MEMORY("out of memory"),
  NO_MEMORY("cannot allocate memory"),
  /** Any other panic. */
  PANIC(""),
  /** Any other fatal error. */
  FATAL("");

  private static final List<CrashKind> WITH_WORDS =
      List.of(values()).stream().filter(kind -> !kind.words.isEmpty()).toList();

  private final String words;

  CrashKind(String words) {
    this.words = words;
  }

  /** Whether two goroutines used one map at the same time. */
  public boolean isConcurrentMapAccess() {
    return switch (this) {
      case CONCURRENT_MAP_WRITES,
          CONCURRENT_MAP_READ_WRITE,
          CONCURRENT_MAP_ITERATION,
          CONCURRENT_MAP_CLONE ->
          true;
      default -> false;
    };
  }

  /** Whether the runtime got no memory from the system. */
  public boolean isOutOfMemory() {
    return this == OUT_OF_MEMORY || this == NO_MEMORY;
  }

  /** Kind of a message; {@code other} when the words are none of the runtime's. */
  static CrashKind of(String message, CrashKind other) {
    return WITH_WORDS.stream()
        .filter(kind -> message.contains(kind.words))
        .findFirst()
        .orElse(other);
  }
}

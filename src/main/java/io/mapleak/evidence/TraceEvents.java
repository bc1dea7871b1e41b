package io.mapleak.evidence;

/**
 * Codes and shapes of the events of an execution trace (internal/trace/event/go122 in Go 1.22 to
 * 1.24, internal/trace/tracev2 from 1.25 on; the codes never changed, later formats only added
 * some).
 */
final class TraceEvents {
  static final int EVENT_BATCH = 1;
  static final int STACKS = 2;
  static final int STRINGS = 4;
  static final int CPU_SAMPLES = 6;
  static final int FREQUENCY = 8;
  static final int GC_BEGIN = 29;
  static final int GC_END = 30;
  static final int HEAP_ALLOC = 37;
  static final int HEAP_GOAL = 38;
  static final int EXPERIMENTAL_BATCH = 49;
  static final int SYNC = 50;
  static final int CLOCK_SNAPSHOT = 51;
  static final int END_OF_GENERATION = 52;

  /** Largest data of a batch (MaxBatchSize). */
  static final int MOST_BATCH_BYTES = 64 << 10;

  /**
   * Numbers after the time of each timed event, from ProcsChange (9) to GoStatusStack (48); all
   * numbers are varints.
   */
  private static final int[] ARGUMENTS = {
    2,
    2,
    0,
    3,
    2, // procs: change, start, stop, steal, status
    3,
    1,
    2,
    0,
    0,
    2,
    2,
    3,
    2,
    0,
    0,
    3, // goroutines: create to status
    2,
    0, // stop the world
    1,
    2,
    1,
    1,
    1,
    2,
    1,
    1,
    0,
    1,
    1, // collector, heap alloc and goal
    1,
    4,
    2,
    3,
    3,
    4, // annotations
    2,
    2,
    3,
    4 // coroutines, status with stack
  };

  private static final int FIRST = 9;

  private TraceEvents() {}

  /** Numbers after the time of a timed event; -1 when the code is of none. */
  static int arguments(int code) {
    return code >= FIRST && code < FIRST + ARGUMENTS.length ? ARGUMENTS[code - FIRST] : -1;
  }
}

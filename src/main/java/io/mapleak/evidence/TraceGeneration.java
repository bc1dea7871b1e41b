package io.mapleak.evidence;

import java.util.Arrays;

/**
 * The heap and collector events of one generation of a trace (about a second), which come by thread
 * and are put in time order at its end.
 */
final class TraceGeneration {
  /** 1 Mi events, 24 MiB; a busy second has some ten thousand. */
  static final int MOST_EVENTS = 1 << 20;

  private static final int CODE_BITS = 6;

  private long[] ticks = new long[1024];
  private long[] values = new long[1024];
  private int size;
  private long dropped;

  /** Takes one event: what it is, when, and its first number. */
  void add(int code, long tick, long value) {
    if (size == MOST_EVENTS) {
      dropped++;
      return;
    }
    if (size == ticks.length) {
      ticks = Arrays.copyOf(ticks, size * 2);
      values = Arrays.copyOf(values, size * 2);
    }
    ticks[size] = tick;
    values[size++] = value << CODE_BITS | code;
  }

  /** Gives the events in time order, those of one moment in the order they were written. */
  void drain(Sink sink) {
    Integer[] order = new Integer[size];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Long.compareUnsigned(ticks[a], ticks[b]));
    for (int at : order) {
      int code = (int) (values[at] & ((1 << CODE_BITS) - 1));
      sink.take(code, ticks[at], values[at] >>> CODE_BITS);
    }
    size = 0;
  }

  /** Events beyond the limit, of all generations. */
  long dropped() {
    return dropped;
  }

  /** Takes events one after the other. */
  interface Sink {
    void take(int code, long tick, long value);
  }
}

package io.mapleak.simulator.workload;

import java.util.List;

/**
 * A stretch of time in which the load is the same.
 *
 * @param name one word
 * @param nanos length, more than 0
 * @param streams the operations, each at its own rate
 * @param lifetime of entries that this phase inserts
 * @param events what happens at once, at moments of the phase
 */
public record Phase(
    String name, long nanos, List<Stream> streams, Lifetime lifetime, List<Event> events) {
  public Phase {
    streams = List.copyOf(streams);
    events = List.copyOf(events);
    if (nanos <= 0) {
      throw new IllegalArgumentException("a phase takes time");
    }
  }

  /** The same with another lifetime. */
  public Phase withLifetime(Lifetime newLifetime) {
    return new Phase(name, nanos, streams, newLifetime, events);
  }
}

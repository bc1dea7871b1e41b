package io.mapleak.simulator.workload;

import java.util.SplittableRandom;

/** An event of the phase under way: when it comes next, and how much of it is still to be done. */
final class EventTimes {
  private final Event event;
  private final long end;
  private final Picker picker;
  private long next;

  EventTimes(Event event, long start, long end, SplittableRandom random) {
    this.event = event;
    this.end = end;
    picker = new Picker(event.keys(), random);
    next = start + event.nanos();
  }

  Event event() {
    return event;
  }

  Picker picker() {
    return picker;
  }

  /** Moment of the next time; never when there is none. */
  long next() {
    return next;
  }

  /** Counts the next time as begun. */
  void advance() {
    boolean again = event.repeated() && next <= end - event.nanos();
    next = again ? next + event.nanos() : Long.MAX_VALUE;
  }

  /** Entries that it is about, of so many. */
  long entries(int live) {
    return Math.round(event.share() ? event.amount() * live : event.amount());
  }
}

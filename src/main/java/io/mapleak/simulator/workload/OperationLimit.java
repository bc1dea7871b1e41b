package io.mapleak.simulator.workload;

import java.util.List;

/** Keeps a slip of the pen, such as /s for /h, from a run of days. */
final class OperationLimit {
  /** Most operations of a run: some minutes for a model. */
  static final long MAX_OPERATIONS = 2_000_000_000;

  /** Most events of a run, each of which may go through the whole map. */
  static final long MAX_EVENTS = 100_000;

  private OperationLimit() {}

  /** Fails where all is too much together: at the end of the text. */
  static void check(List<Phase> phases, List<Event> events, long nanos, Words end)
      throws WorkloadException {
    double operations = 0;
    double times = 0;
    for (Phase phase : phases) {
      for (Stream stream : phase.streams()) {
        operations += stream.rate().in(phase.nanos());
      }
      operations += operations(phase.events(), phase.nanos());
      times += times(phase.events(), phase.nanos());
    }
    checkOperations(operations + operations(events, nanos), end);
    checkEvents(times + times(events, nanos), end);
  }

  private static double operations(List<Event> events, long nanos) {
    return events.stream()
        .filter(event -> !event.share())
        .mapToDouble(event -> times(event, nanos) * event.amount())
        .sum();
  }

  private static double times(List<Event> events, long nanos) {
    return events.stream().mapToDouble(event -> times(event, nanos)).sum();
  }

  private static double times(Event event, long nanos) {
    return event.repeated() ? (double) nanos / event.nanos() : 1;
  }

  /** Fails at the word that was read last, or the end. */
  static void checkOperations(double operations, Words words) throws WorkloadException {
    if (operations > MAX_OPERATIONS) {
      throw words.wrong(
          "these are " + Math.round(operations) + " operations in all",
          "at most " + MAX_OPERATIONS + ": lower the rates or shorten the phases");
    }
  }

  /** Fails at the word that was read last, or the end. */
  static void checkEvents(double events, Words words) throws WorkloadException {
    if (events > MAX_EVENTS) {
      throw words.wrong(
          "these are " + Math.round(events) + " events in all",
          "at most " + MAX_EVENTS + ": let them be rarer");
    }
  }
}

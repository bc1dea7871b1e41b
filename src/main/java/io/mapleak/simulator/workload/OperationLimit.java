package io.mapleak.simulator.workload;

import java.util.List;

/** Keeps a slip of the pen, such as /s for /h, from a run of days. */
final class OperationLimit {
  /** Most operations of a run: some minutes for a model. */
  static final long MAX_OPERATIONS = 2_000_000_000;

  /** Most events of a run, each of which may go through the whole map. */
  static final long MAX_EVENTS = 100_000;

  private OperationLimit() {}

  static void check(List<Phase> phases, Words end) throws WorkloadException {
    double operations = 0;
    double events = 0;
    for (Phase phase : phases) {
      for (Stream stream : phase.streams()) {
        operations += stream.rate().in(phase.nanos());
      }
      for (Event event : phase.events()) {
        double times = event.repeated() ? (double) phase.nanos() / event.nanos() : 1;
        events += times;
        operations += event.share() ? 0 : times * event.amount();
      }
    }
    checkOperations(operations, end);
    checkEvents(events, end);
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

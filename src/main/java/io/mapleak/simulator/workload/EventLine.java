package io.mapleak.simulator.workload;

/** Reads what happens at once: in a phase, or over the whole workload. */
final class EventLine {
  private static final String ACTION_FORM =
      "an event is insert COUNT, delete COUNT or SHARE%, clear, rebuild, make or range, e.g. at 30m"
          + " delete 90%";

  private EventLine() {}

  /**
   * Reads {@code at TIME ACTION} or {@code every TIME ACTION}.
   *
   * @param nanos length of the phase, or of the whole workload
   */
  static Event read(Words words, long nanos) throws WorkloadException {
    boolean repeated = words.next().equals("every");
    long time = Quantities.duration(words);
    if (repeated && time == 0) {
      throw words.wrong("there is no end of events every 0", "a time above 0, e.g. every 1h range");
    }
    if (time > nanos) {
      throw words.wrong("this is after the end", "a time up to " + Durations.of(nanos));
    }
    OperationLimit.checkEvents(repeated ? (double) nanos / time : 1, words);
    String word = words.next();
    for (Event.Action action : Event.Action.values()) {
      if (action.word().equals(word)) {
        Event event = event(words, time, repeated, action);
        words.end(ACTION_FORM);
        return event;
      }
    }
    throw words.wrong(
        word.isEmpty() ? "what happens is missing" : "there is no event '" + word + "'",
        ACTION_FORM);
  }

  private static Event event(Words words, long time, boolean repeated, Event.Action action)
      throws WorkloadException {
    if (!action.hasAmount()) {
      return new Event(time, repeated, action, 0, false, KeyChoice.UNIFORM);
    }
    boolean insert = action == Event.Action.INSERT;
    boolean share = !insert && Quantities.isPercent(words.peek());
    double amount =
        share ? Quantities.share(words, ACTION_FORM) : Quantities.whole(words, ACTION_FORM);
    Stream.Kind kind = insert ? Stream.Kind.INSERT : Stream.Kind.DELETE;
    KeyChoice keys = PhaseLines.choice(words, kind.defaultKeys());
    if (insert) {
      PhaseLines.needSpace(words, keys);
    }
    return new Event(time, repeated, action, amount, share, keys);
  }
}

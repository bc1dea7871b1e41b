package io.mapleak.analysis;

import java.util.Map;
import java.util.Optional;

/** Names the Go texts that often lie beside heap profiles and are of no use for maps. */
final class TextKind {
  /** First words and the kind they tell. */
  private static final Map<String, String> BY_START =
      Map.of(
          "threadcreate profile: total ", "threadcreate",
          "--- mutex:", "mutex",
          "--- contention:", "block");

  private TextKind() {}

  /** Kind of a text that begins so; empty when it is none of these. */
  static Optional<String> of(String head) {
    return BY_START.entrySet().stream()
        .filter(entry -> head.startsWith(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}

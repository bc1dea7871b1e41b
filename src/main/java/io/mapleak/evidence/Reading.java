package io.mapleak.evidence;

import java.util.List;
import java.util.stream.Stream;

/**
 * What was read of one input.
 *
 * @param kind name of the input's main kind, e.g. {@code goroutine}, {@code gctrace}, {@code crash}
 * @param observations all that it says; a log may say several things
 * @param notes what could not be read and what that disables, one sentence each
 */
public record Reading(String kind, List<Observation> observations, List<String> notes) {
  public Reading {
    observations = List.copyOf(observations);
    notes = List.copyOf(notes);
  }

  /** The same with one note more. */
  Reading withNote(String note) {
    return new Reading(kind, observations, Stream.concat(notes.stream(), Stream.of(note)).toList());
  }
}

package io.mapleak.pprof;

import io.mapleak.profile.Profile;
import java.util.List;
import java.util.Optional;

/**
 * A profile as it was read. Immutable.
 *
 * @param profile the profile; of a sampled text form the values are scaled to what the program
 *     allocated
 * @param encoding the form it was written in
 * @param memStats the trailer of Go's text form; empty for all other forms
 * @param notes what reading it changed or could not keep, one sentence each; empty for a plain
 *     proto
 */
public record Decoded(
    Profile profile, Encoding encoding, Optional<MemStats> memStats, List<String> notes) {
  public Decoded {
    notes = List.copyOf(notes);
  }
}

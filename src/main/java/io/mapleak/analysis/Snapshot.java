package io.mapleak.analysis;

import io.mapleak.pprof.Encoding;
import io.mapleak.pprof.MemStats;
import io.mapleak.profile.Profile;
import java.util.Optional;

/**
 * One heap profile of a series. Immutable.
 *
 * @param path as in its {@link InputReport}
 * @param profile the profile
 * @param encoding the form it was read from
 * @param timeNanos when it was taken, nanoseconds since 1970-01-01 UTC; 0: not said
 * @param memStats the runtime's own figures, where the text form has them
 */
public record Snapshot(
    String path, Profile profile, Encoding encoding, long timeNanos, Optional<MemStats> memStats) {}

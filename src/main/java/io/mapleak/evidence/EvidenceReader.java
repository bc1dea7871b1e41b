package io.mapleak.evidence;

import io.mapleak.pprof.Content;
import io.mapleak.pprof.Decoded;
import io.mapleak.pprof.ProfileReader;
import io.mapleak.profile.Profile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Tells what an input is by its content and reads it. Holds no state, so it may be used by many
 * threads.
 */
public final class EvidenceReader {
  private EvidenceReader() {}

  /**
   * What a profile says that is no heap profile: goroutines, or the reference paths of goref.
   *
   * @return empty for all other profiles
   */
  public static Optional<Reading> of(Decoded decoded) {
    Profile profile = decoded.profile();
    for (String type : List.of("goroutine", "goroutineleak")) {
      if (profile.sampleTypeIndex(type) >= 0) {
        GoroutineSnapshot snapshot = GoroutineProfile.read(profile, type);
        return Optional.of(new Reading(type, List.of(snapshot), decoded.notes()));
      }
    }
    if (ReferencePaths.isOf(profile)) {
      return Optional.of(
          new Reading("goref", List.of(ReferencePaths.read(profile)), decoded.notes()));
    }
    return Optional.empty();
  }

  /**
   * Reads a content that is no profile to its end.
   *
   * @return empty when it is of no known kind
   * @throws io.mapleak.pprof.FormatException when it begins like a known kind, but is damaged or of
   *     an unreadable version
   * @throws IOException when it can't be read
   */
  public static Optional<Reading> read(Content content) throws IOException {
    if (TraceDecoder.begins(content)) {
      return Optional.of(TraceDecoder.read(content));
    }
    if (content.headSize() == 0 || !ProfileReader.isText(content)) {
      return Optional.empty();
    }
    String head = new String(content.head(), 0, content.headSize(), StandardCharsets.ISO_8859_1);
    LogLines lines = new LogLines(content);
    if (GoroutineText.begins(head)) {
      return Optional.of(GoroutineText.read(lines));
    }
    if (SmapsText.begins(head)) {
      return Optional.of(SmapsText.read(lines));
    }
    if (StatusText.begins(head)) {
      return Optional.of(StatusText.read(lines));
    }
    return LogText.read(lines);
  }
}

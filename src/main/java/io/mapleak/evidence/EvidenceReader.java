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
   * Kind of a content that its first bytes tell; empty for a log, which must be read to its end,
   * and for what is unknown.
   */
  public static Optional<String> kind(Content content) {
    if (TraceDecoder.begins(content)) {
      return Optional.of("trace");
    }
    String head = head(content);
    if (GoroutineText.begins(head)) {
      return Optional.of("goroutine");
    }
    if (SmapsText.begins(head)) {
      return Optional.of("smaps");
    }
    return StatusText.begins(head) ? Optional.of("status") : Optional.empty();
  }

  private static String head(Content content) {
    return new String(content.head(), 0, content.headSize(), StandardCharsets.ISO_8859_1);
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
    Optional<String> kind = kind(content);
    if (kind.isEmpty()) {
      boolean text = content.headSize() > 0 && ProfileReader.isText(content);
      return text ? LogText.read(new LogLines(content)) : Optional.empty();
    }
    return Optional.of(
        switch (kind.get()) {
          case "trace" -> TraceDecoder.read(content);
          case "goroutine" -> GoroutineText.read(new LogLines(content));
          case "smaps" -> SmapsText.read(new LogLines(content));
          default -> StatusText.read(new LogLines(content));
        });
  }
}

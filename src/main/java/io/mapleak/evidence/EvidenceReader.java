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
    String kind = kind(content).orElse("");
    if (kind.equals("trace")) {
      return Optional.of(TraceDecoder.read(content));
    }
    boolean text = content.headSize() > 0 && ProfileReader.isText(content);
    if (kind.isEmpty() && !text) {
      return Optional.empty();
    }
    LogLines lines = new LogLines(content);
    Optional<Reading> reading = read(kind, lines);
    return lines.isCut() ? reading.map(whole -> whole.withNote(missing(whole.kind()))) : reading;
  }

  private static Optional<Reading> read(String kind, LogLines lines) throws IOException {
    return switch (kind) {
      case "goroutine" -> Optional.of(GoroutineText.read(lines));
      case "smaps" -> Optional.of(SmapsText.read(lines));
      case "status" -> Optional.of(StatusText.read(lines));
      default -> LogText.read(lines);
    };
  }

  /** What may be wrong when the rest of a text is missing. */
  private static String missing(String kind) {
    String effect =
        switch (kind) {
          case "goroutine", "goroutineleak" -> "counts of goroutines are too low then";
          case "smaps" -> "the resident size is too low then";
          case "status" -> "figures of the process are missing then";
          case "crash" -> "stacks are missing then, and with them the other side of a race";
          case "gctrace" -> "the end of the live heap's curve is missing then";
          default -> "what it said of other lines is missing then";
        };
    return "its last line has no end, so it may be cut short: " + effect;
  }
}

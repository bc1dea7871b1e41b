package io.mapleak.analysis;

import io.mapleak.analysis.InputFiles.InputFile;
import io.mapleak.evidence.EvidenceReader;
import io.mapleak.evidence.Reading;
import io.mapleak.pprof.Content;
import io.mapleak.pprof.FormatException;
import io.mapleak.pprof.Limits;
import io.mapleak.pprof.ProfileReader;
import io.mapleak.pprof.UnknownFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** Reads one input in one pass and tells what it is. Files may be read by many threads at once. */
final class InputReader {
  private final Limits limits;
  private final InputStream standardInput;

  InputReader(Limits limits, InputStream standardInput) {
    this.limits = limits;
    this.standardInput = standardInput;
  }

  /** Reads an input to its end; whatever is wrong with it is told by the result. */
  ReadInput read(InputFile file) {
    try (Content content = open(file)) {
      return read(file, content);
    } catch (IOException e) {
      String kind = e instanceof FormatException ? "profile" : ReadInput.UNKNOWN;
      return ReadInput.failed(file, kind, withoutPath(file, e));
    }
  }

  private Content open(InputFile file) throws IOException {
    return file.path().equals(InputFiles.STANDARD_INPUT)
        ? Content.open(file.path(), standardInput, limits)
        : Content.open(Path.of(file.path()), limits);
  }

  private ReadInput read(InputFile file, Content content) throws IOException {
    if (ProfileReader.isProfile(content)) {
      return ReadInput.profile(file, ProfileReader.read(content, limits));
    }
    Optional<String> unused = TextKind.of(head(content));
    if (unused.isPresent()) {
      return ReadInput.skipped(file, unused.get(), "a profile of another kind, not used");
    }
    Optional<String> kind = EvidenceReader.kind(content);
    try {
      Optional<Reading> reading = EvidenceReader.read(content);
      return reading.isPresent() ? ReadInput.evidence(file, reading.get()) : unknown(file, content);
    } catch (FormatException e) {
      String message = withoutPath(file, e);
      return kind.isPresent() || file.named()
          ? ReadInput.failed(file, kind.orElse(ReadInput.UNKNOWN), message)
          : ReadInput.skipped(file, ReadInput.UNKNOWN, e.problem());
    }
  }

  private static String head(Content content) {
    return new String(content.head(), 0, content.headSize(), StandardCharsets.ISO_8859_1);
  }

  private ReadInput unknown(InputFile file, Content content) throws IOException {
    try {
      return ReadInput.profile(file, ProfileReader.read(content, limits));
    } catch (UnknownFormatException e) {
      return file.named()
          ? ReadInput.failed(file, ReadInput.UNKNOWN, withoutPath(file, e))
          : ReadInput.skipped(file, ReadInput.UNKNOWN, e.problem());
    }
  }

  /** Faults begin with the name of the file, which reports have beside the message. */
  private static String withoutPath(InputFile file, IOException fault) {
    String message = String.valueOf(fault.getMessage());
    String prefix = file.path() + ": ";
    return message.startsWith(prefix) ? message.substring(prefix.length()) : message;
  }
}

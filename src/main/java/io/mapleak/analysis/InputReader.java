package io.mapleak.analysis;

import io.mapleak.analysis.InputFiles.InputFile;
import io.mapleak.pprof.Decoded;
import io.mapleak.pprof.FormatException;
import io.mapleak.pprof.Limits;
import io.mapleak.pprof.ProfileReader;
import io.mapleak.pprof.UnknownFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Reads one input and tells what it is. Files may be read by many threads at once. */
final class InputReader {
  private final Limits limits;
  private final InputStream standardInput;

  InputReader(Limits limits, InputStream standardInput) {
    this.limits = limits;
    this.standardInput = standardInput;
  }

  /** Reads an input to its end; whatever is wrong with it is told by the result. */
  ReadInput read(InputFile file) {
    if (file.path().equals(InputFiles.STANDARD_INPUT)) {
      return readStandardInput(file);
    }
    Path path = Path.of(file.path());
    try {
      return ReadInput.profile(file, ProfileReader.read(path, limits));
    } catch (UnknownFormatException e) {
      return unknown(file, headOf(path), e);
    } catch (IOException e) {
      return fault(file, e);
    }
  }

  private ReadInput readStandardInput(InputFile file) {
    byte[] head = {};
    try {
      head = standardInput.readNBytes(TextKind.HEAD_BYTES);
      InputStream all = new SequenceInputStream(new ByteArrayInputStream(head), standardInput);
      Decoded decoded = ProfileReader.read(file.path(), all, limits);
      return ReadInput.profile(file, decoded);
    } catch (UnknownFormatException e) {
      return unknown(file, head, e);
    } catch (IOException e) {
      return fault(file, e);
    }
  }

  private static ReadInput unknown(InputFile file, byte[] head, UnknownFormatException fault) {
    Optional<String> kind = TextKind.of(new String(unzipped(head), StandardCharsets.ISO_8859_1));
    if (kind.isPresent()) {
      return ReadInput.skipped(file, kind.get(), "recognised by its text, but not used yet");
    }
    String message = withoutPath(file, fault);
    return file.named()
        ? ReadInput.failed(file, ReadInput.UNKNOWN, message)
        : ReadInput.skipped(file, ReadInput.UNKNOWN, fault.problem());
  }

  private static ReadInput fault(InputFile file, IOException fault) {
    String kind = fault instanceof FormatException ? "profile" : ReadInput.UNKNOWN;
    return ReadInput.failed(file, kind, withoutPath(file, fault));
  }

  /** Faults begin with the name of the file, which reports have beside the message. */
  private static String withoutPath(InputFile file, IOException fault) {
    String message = String.valueOf(fault.getMessage());
    String prefix = file.path() + ": ";
    return message.startsWith(prefix) ? message.substring(prefix.length()) : message;
  }

  /** First bytes of a file; none when it is no plain file, for that can't be read twice. */
  private static byte[] headOf(Path path) {
    if (!Files.isRegularFile(path)) {
      return new byte[0];
    }
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(TextKind.HEAD_BYTES);
    } catch (IOException e) {
      return new byte[0];
    }
  }

  private static byte[] unzipped(byte[] head) {
    if (head.length < 2 || head[0] != 0x1f || head[1] != (byte) 0x8b) {
      return head;
    }
    byte[] text = new byte[TextKind.HEAD_BYTES];
    int size = 0;
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(head))) {
      int read = in.read(text, 0, text.length);
      while (read > 0) {
        size += read;
        read = in.read(text, size, text.length - size);
      }
    } catch (IOException e) {
      // the head ends inside the compressed data; what came out so far will do
    }
    return java.util.Arrays.copyOf(text, size);
  }
}

package io.mapleak.simulator.workload;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads files with a workload each. */
public final class WorkloadFiles {
  /** Largest file: far more than people or this tool write. */
  static final int MAX_BYTES = 16 << 20;

  private static final String STANDARD_INPUT = "-";

  private WorkloadFiles() {}

  /**
   * Reads one.
   *
   * @param name path, or - for the standard input
   * @throws IOException where it can't be read; the message names the file and the cure
   * @throws WorkloadException at the first mistake in it
   */
  public static Workload read(String name, InputStream standardInput)
      throws IOException, WorkloadException {
    byte[] bytes;
    if (name.equals(STANDARD_INPUT)) {
      bytes = standardInput.readNBytes(MAX_BYTES + 1);
    } else {
      bytes = file(name);
    }
    if (bytes.length > MAX_BYTES) {
      throw new IOException(
          name
              + ": is larger than 16 MB, so it is no workload: name a file such as"
              + " shop.workload");
    }
    return WorkloadParser.parse(name, text(name, bytes));
  }

  private static byte[] file(String name) throws IOException {
    try {
      Path path = Path.of(name);
      if (Files.isDirectory(path)) {
        throw new IOException(name + ": is a directory: name the files in it");
      }
      try (InputStream in = Files.newInputStream(path)) {
        return in.readNBytes(MAX_BYTES + 1);
      }
    } catch (NoSuchFileException | InvalidPathException e) {
      throw new IOException(name + ": is not there: check the path", e);
    } catch (AccessDeniedException e) {
      throw new IOException(name + ": may not be read: check its permissions", e);
    }
  }

  private static String text(String name, byte[] bytes) throws IOException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new IOException(
          name + ": is no UTF-8 text, so it is no workload: name a file such as shop.workload", e);
    }
  }
}

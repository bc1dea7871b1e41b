package io.mapleak.pprof;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Reads profiles of any form in {@link Encoding}, packed by gzip or zstd or plain, told by their
 * content. Holds no state, so it may be used by many threads.
 */
public final class ProfileReader {
  private ProfileReader() {}

  /**
   * Reads a file in one pass.
   *
   * @throws UnknownFormatException when the file does not begin like a profile
   * @throws FormatException when it does, but is damaged, wrong, or beyond a limit
   * @throws IOException when it can't be read; the message names the file and what to do
   */
  public static Decoded read(Path file, Limits limits) throws IOException {
    String name = file.toString();
    if (Files.isDirectory(file)) {
      throw new IOException(name + ": is a directory: name a profile in it");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return read(name, in, limits);
    } catch (NoSuchFileException e) {
      throw new IOException(name + ": no such file: check the path", e);
    } catch (AccessDeniedException e) {
      throw new IOException(name + ": permission denied: make the file readable", e);
    }
  }

  /**
   * Reads a stream to its end and closes it.
   *
   * @param name what faults call the input
   * @throws IOException as {@link #read(Path, Limits)} does
   */
  public static Decoded read(String name, InputStream in, Limits limits) throws IOException {
    try (Content content = Content.open(name, in, limits)) {
      return decode(content, limits);
    } catch (OutOfMemoryError e) {
      throw new FormatException(
          name,
          -1,
          false,
          null,
          "the profile does not fit into Java's memory",
          "give more with JAVA_TOOL_OPTIONS=-Xmx4g");
    }
  }

  private static Decoded decode(Content content, Limits limits) throws IOException {
    return switch (Sniffer.kind(content.head(), content.headSize())) {
      case PROTO ->
          new Decoded(
              ProtoDecoder.decode(content, limits), Encoding.PROTO, Optional.empty(), List.of());
      case HEAP_TEXT -> HeapTextDecoder.decode(content, limits);
      case JAVA_TEXT -> JavaHeapDecoder.decode(content, limits);
      case EMPTY -> throw unknown(content, "the file is empty");
      case COMPRESSED ->
          throw content.fault(
              0, null, "the profile is compressed twice", "decompress it once with gunzip");
      case OTHER_TEXT -> throw unknown(content, "a text that is no heap profile");
      case OTHER -> throw unknown(content, "not a profile of any known kind");
    };
  }

  private static UnknownFormatException unknown(Content content, String problem) {
    return new UnknownFormatException(
        content.name(), problem, "give a pprof heap profile, e.g. of /debug/pprof/heap");
  }
}

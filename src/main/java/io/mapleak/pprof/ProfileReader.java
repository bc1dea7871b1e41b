package io.mapleak.pprof;

import java.io.IOException;
import java.io.InputStream;
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
    try (Content content = Content.open(file, limits)) {
      return read(content, limits);
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
      return read(content, limits);
    }
  }

  /** Whether a content begins like a profile, or like one that is packed twice. */
  public static boolean isProfile(Content content) {
    return switch (Sniffer.kind(content.head(), content.headSize())) {
      case PROTO, HEAP_TEXT, JAVA_TEXT, COMPRESSED -> true;
      case EMPTY, OTHER_TEXT, OTHER -> false;
    };
  }

  /** Whether a content begins like a text. */
  public static boolean isText(Content content) {
    return switch (Sniffer.kind(content.head(), content.headSize())) {
      case HEAP_TEXT, JAVA_TEXT, OTHER_TEXT -> true;
      case EMPTY, PROTO, COMPRESSED, OTHER -> false;
    };
  }

  /**
   * Reads an opened content to its end.
   *
   * @throws IOException as {@link #read(Path, Limits)} does
   */
  public static Decoded read(Content content, Limits limits) throws IOException {
    try {
      return decode(content, limits);
    } catch (OutOfMemoryError e) {
      throw new FormatException(
          content.name(),
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

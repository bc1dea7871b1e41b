package io.mapleak.source.syntax;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes of a file with its lines. Immutable. */
final class SourceText {
  private final byte[] bytes;
  private final int[] lineStarts;

  SourceText(byte[] bytes) {
    this.bytes = bytes;
    int lines = 1;
    for (byte b : bytes) {
      lines += b == '\n' ? 1 : 0;
    }
    lineStarts = new int[lines];
    int line = 1;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        lineStarts[line++] = i + 1;
      }
    }
  }

  /** What stands from one offset to before another. */
  String between(int start, int end) {
    return new String(bytes, start, end - start, StandardCharsets.UTF_8);
  }

  /** Line of an offset, from 1. */
  int line(int offset) {
    int at = Arrays.binarySearch(lineStarts, offset);
    return at >= 0 ? at + 1 : -at - 1;
  }

  /**
   * The text for a parser that counts in characters: one ASCII character for each byte, letters for
   * what is not ASCII, so that names stay names and offsets stay those of the bytes.
   */
  String masked() {
    byte[] ascii = bytes.clone();
    for (int i = 0; i < ascii.length; i++) {
      if (ascii[i] < 0) {
        ascii[i] = 'x';
      } else if (ascii[i] == 0) {
        ascii[i] = ' ';
      }
    }
    boolean marked =
        bytes.length > 2
            && bytes[0] == (byte) 0xef
            && bytes[1] == (byte) 0xbb
            && bytes[2] == (byte) 0xbf;
    if (marked) {
      Arrays.fill(ascii, 0, 3, (byte) ' ');
    }
    return new String(ascii, StandardCharsets.ISO_8859_1);
  }
}

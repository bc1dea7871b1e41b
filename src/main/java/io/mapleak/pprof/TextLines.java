package io.mapleak.pprof;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The lines of a text profile, with their places for faults. */
final class TextLines {
  /** 1 MiB: a record of 1024 addresses has 20 kB, the longest MemStats line 6 kB. */
  static final int LONGEST = 1 << 20;

  private final Content content;
  private final byte[] buffer = new byte[1 << 14];
  private int position;
  private int limit;
  private byte[] line = new byte[256];
  private String text = "";
  private long offset;
  private long nextOffset;
  private int number;

  TextLines(Content content) {
    this.content = content;
  }

  /** Goes to the next line; false at the end. */
  boolean next() throws IOException {
    if (position == limit && !fill()) {
      return false;
    }
    offset = nextOffset;
    number++;
    int size = 0;
    boolean ended = false;
    do {
      int end = position;
      while (end < limit && buffer[end] != '\n') {
        end++;
      }
      size = append(size, end);
      ended = end < limit;
      position = ended ? end + 1 : end;
    } while (!ended && fill());
    nextOffset += ended ? size + 1 : size;
    text = decode(size);
    return true;
  }

  private boolean fill() throws IOException {
    position = 0;
    limit = Math.max(0, content.read(buffer, 0, buffer.length));
    return limit > 0;
  }

  private int append(int size, int end) throws FormatException {
    int count = end - position;
    if (size + count > LONGEST) {
      throw fault("a line has more than " + LONGEST + " bytes");
    }
    if (size + count > line.length) {
      line = Arrays.copyOf(line, Math.max(size + count, line.length * 2));
    }
    System.arraycopy(buffer, position, line, size, count);
    return size + count;
  }

  private String decode(int size) throws FormatException {
    String decoded = new String(line, 0, size, StandardCharsets.UTF_8);
    if (decoded.indexOf('\ufffd') >= 0
        && !Arrays.equals(decoded.getBytes(StandardCharsets.UTF_8), Arrays.copyOf(line, size))) {
      throw fault("the line is not valid UTF-8");
    }
    return decoded;
  }

  /** The current line without its end. */
  String text() {
    return text;
  }

  /** A fault of the current line. */
  FormatException fault(String problem) {
    return content.invalid(offset, place(), problem);
  }

  /** The fault of a limit that the current line passes. */
  FormatException tooMuch(String problem, String option) {
    return content.tooMuch(problem, option, offset, place());
  }

  private String place() {
    return "line " + number;
  }
}

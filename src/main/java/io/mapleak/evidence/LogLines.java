package io.mapleak.evidence;

import io.mapleak.pprof.Content;
import io.mapleak.pprof.FormatException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * The lines of a text that may be a log of anything: what is no UTF-8 is replaced, and the end of a
 * very long line is passed over.
 */
final class LogLines {
  /** 64 KiB of a line are kept: the longest line of a Go stack has about 2 KiB. */
  static final int LONGEST = 1 << 16;

  private final Content content;
  private final byte[] buffer = new byte[1 << 14];
  private final byte[] line = new byte[LONGEST];
  private int position;
  private int limit;
  private long offset;
  private long nextOffset;
  private long number;
  private String text = "";
  private boolean cut;

  LogLines(Content content) {
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
      int kept = Math.min(end - position, LONGEST - size);
      System.arraycopy(buffer, position, line, size, kept);
      size += kept;
      ended = end < limit;
      nextOffset += end - position + (ended ? 1 : 0);
      position = ended ? end + 1 : end;
    } while (!ended && fill());
    cut = !ended;
    if (size > 0 && line[size - 1] == '\r') {
      size--;
    }
    text = new String(line, 0, size, StandardCharsets.UTF_8);
    return true;
  }

  private boolean fill() throws IOException {
    position = 0;
    limit = Math.max(0, content.read(buffer, 0, buffer.length));
    return limit > 0;
  }

  /** The current line without its end. */
  String text() {
    return text;
  }

  /** Number of the current line, from 1. */
  long number() {
    return number;
  }

  /** Whether the last line that was read has no end: what came after it may be missing. */
  boolean isCut() {
    return cut;
  }

  /** A fault of the current line: the file was written wrongly or is damaged there. */
  FormatException fault(String problem, String cure) {
    return content.fault(offset, "line " + number, problem, cure);
  }
}

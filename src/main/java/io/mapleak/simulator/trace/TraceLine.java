package io.mapleak.simulator.trace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads a trace line by line; the fields of the current one are numbers. */
final class TraceLine {
  private static final int BUFFER = 1 << 16;

  /** No kind of line has more fields. */
  private static final int MAX_FIELDS = 24;

  /** Longer lines, which only a header may be, are no trace. */
  private static final int MAX_HEADER = 1 << 20;

  private static final int HEX_DIGITS = 16;
  private static final int NONE = -1;

  /** Digits of the largest number of 63 bits. */
  private static final int MAX_DIGITS = 19;

  private final String file;
  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER];
  private int position;
  private int limit;
  private long number;
  private char kind;
  private final long[] fields = new long[MAX_FIELDS];
  private int count;

  TraceLine(String file, InputStream in) {
    this.file = file;
    this.in = in;
  }

  /** The text of the first line. */
  String header() throws IOException {
    number = 1;
    byte[] line = new byte[256];
    int length = 0;
    for (int c = read(); c != '\n'; c = read()) {
      if (c == NONE || length == MAX_HEADER) {
        throw damaged("no line of JSON begins the file", "name a gomap-trace");
      }
      if (length == line.length) {
        line = Arrays.copyOf(line, 2 * length);
      }
      line[length++] = (byte) c;
    }
    return new String(line, 0, length, StandardCharsets.UTF_8);
  }

  /** Goes on to the next line; false at the end of the file. */
  boolean next() throws IOException {
    int c = read();
    number++;
    if (c == NONE) {
      return false;
    }
    if (c == '\n') {
      throw damaged("the line is empty");
    }
    kind = (char) c;
    count = 0;
    int end = read();
    while (end == ' ') {
      if (count == MAX_FIELDS) {
        throw damaged("too many fields");
      }
      end = isHex(count) ? hex() : decimal();
    }
    if (end != '\n') {
      throw damaged(
          switch (end) {
            case NONE -> "the line is cut short";
            case '\r' -> "lines end with \\n alone, not with \\r\\n";
            default -> "a field is not a number";
          });
    }
    return true;
  }

  /** Hashes and digests are hexadecimal. */
  private boolean isHex(int field) {
    return kind == '#' ? field == 1 || field == 2 : kind != 'E' && field == 1;
  }

  private int hex() throws IOException {
    long value = 0;
    int digits = 0;
    int c = read();
    for (int digit = Character.digit(c, 16); digit >= 0; digit = Character.digit(c, 16)) {
      value = value << 4 | digit;
      digits++;
      c = read();
    }
    if (digits != HEX_DIGITS && !(digits == 1 && value == 0)) {
      throw damaged("a hash or digest has " + digits + " hexadecimal digits, not 16");
    }
    fields[count++] = value;
    return c;
  }

  private int decimal() throws IOException {
    int c = read();
    boolean negative = c == '-';
    if (negative) {
      c = read();
    }
    long value = 0;
    int digits = 0;
    for (; c >= '0' && c <= '9'; c = read()) {
      value = value * 10 + (c - '0');
      if (++digits > MAX_DIGITS || value < 0) {
        throw damaged("a number is too long");
      }
    }
    if (digits == 0) {
      throw damaged("a field is not a number");
    }
    fields[count++] = negative ? -value : value;
    return c;
  }

  private int read() throws IOException {
    if (position == limit) {
      try {
        limit = in.read(buffer);
      } catch (IOException e) {
        throw new TraceException(
            file, number, "unreadable after this line (" + e.getMessage() + ")", CURE);
      }
      position = 0;
      if (limit <= 0) {
        limit = 0;
        return NONE;
      }
    }
    return buffer[position++] & 0xff;
  }

  private static final String CURE = "record or copy the trace again";

  TraceException damaged(String problem) {
    return damaged(problem, CURE);
  }

  TraceException damaged(String problem, String cure) {
    return new TraceException(file, number, problem, cure);
  }

  /** Its number, from 1. */
  long number() {
    return number;
  }

  /** Its first character. */
  char kind() {
    return kind;
  }

  /** Fields after the first character. */
  int count() {
    return count;
  }

  /** A field after the first character, from 0. */
  long field(int index) {
    return fields[index];
  }
}

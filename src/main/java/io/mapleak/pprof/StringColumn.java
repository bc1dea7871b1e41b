package io.mapleak.pprof;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The string table of a profile while it is read. */
final class StringColumn {
  private final Content content;
  private final Limits limits;
  private String[] strings = new String[64];
  private int size;
  private long bytes;

  StringColumn(Content content, Limits limits) {
    this.content = content;
    this.limits = limits;
  }

  int size() {
    return size;
  }

  /** Reads one string, which ends at a position. */
  void read(Wire wire, int end) throws IOException {
    int start = wire.position();
    bytes += (end - start) + (long) Limits.STRING_OVERHEAD;
    if (bytes > limits.stringBytes()) {
      throw content.tooMuch(
          "claims more than " + limits.stringBytes() + " bytes of strings",
          "--max-string-bytes",
          start,
          path(size));
    }
    if (size == 0 && end > start) {
      throw content.invalid(start, path(0), "the first string must be empty");
    }
    if (size == strings.length) {
      strings = Arrays.copyOf(strings, IntList.grown(size));
    }
    strings[size] = end == start ? "" : decode(wire.bytes(end), start);
    size++;
  }

  private String decode(byte[] utf8, int start) throws FormatException {
    String text = new String(utf8, StandardCharsets.UTF_8);
    // the replacement character is rare, and only then can bytes have been replaced
    if (text.indexOf('\ufffd') >= 0
        && !Arrays.equals(text.getBytes(StandardCharsets.UTF_8), utf8)) {
      throw content.invalid(start, path(size), "the string is not valid UTF-8");
    }
    return text;
  }

  private static String path(int index) {
    return "string_table[" + index + "]";
  }

  /**
   * The strings of a column of indexes; a fault when an index has none.
   *
   * @param offsets where in the file each element of the table stands
   * @param field number of the column's field
   */
  String[] get(LongList indexes, IntList offsets, Message message, int field)
      throws FormatException {
    String[] found = new String[indexes.size];
    for (int i = 0; i < found.length; i++) {
      long index = indexes.items[i];
      if (!has(index)) {
        String path =
            message == Message.PROFILE
                ? message.field(field) + "[" + i + "]"
                : message.title() + "[" + i + "]." + message.field(field);
        throw beyond(index, offsets.get(i), path);
      }
      found[i] = at(index);
    }
    return found;
  }

  /** The string of an index; a fault when there is none. */
  String get(long index, long offset, String path) throws FormatException {
    if (!has(index)) {
      throw beyond(index, offset, path);
    }
    return at(index);
  }

  /** Whether an index has a string; 0 always has, also without a table. */
  boolean has(long index) {
    return index >= 0 && (index < size || index == 0);
  }

  /** The string of an index that {@link #has} one. */
  String at(long index) {
    return index == 0 ? "" : strings[(int) index];
  }

  /** The fault of an index that no string has. */
  FormatException beyond(long index, long offset, String path) {
    return content.invalid(
        offset, path, "string index " + index + " is outside the string table of " + size);
  }
}

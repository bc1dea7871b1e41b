package io.mapleak.pprof;

import java.nio.charset.StandardCharsets;

/** Tells by its first bytes what a content is. */
final class Sniffer {
  /** What the first bytes look like. */
  enum Kind {
    EMPTY,
    PROTO,
    HEAP_TEXT,
    JAVA_TEXT,
    OTHER_TEXT,
    COMPRESSED,
    OTHER
  }

  private static final int ESCAPE = 0x1b;
  private static final int DELETE = 0x7f;

  private final byte[] head;
  private final int size;

  private Sniffer(byte[] head, int size) {
    this.head = head;
    this.size = size;
  }

  /** Kind of a content that begins with these bytes. */
  static Kind kind(byte[] head, int size) {
    return new Sniffer(head, size).kind();
  }

  private Kind kind() {
    if (size == 0) {
      return Kind.EMPTY;
    }
    if (isText()) {
      String text = new String(head, 0, size, StandardCharsets.ISO_8859_1).stripLeading();
      if (text.startsWith("heap profile:")) {
        return Kind.HEAP_TEXT;
      }
      return text.startsWith("--- heapz 1 ---") ? Kind.JAVA_TEXT : Kind.OTHER_TEXT;
    }
    if (size > 2 && head[0] == 0x1f && head[1] == (byte) 0x8b) {
      return Kind.COMPRESSED;
    }
    return isProto() ? Kind.PROTO : Kind.OTHER;
  }

  /**
   * A profile has small numbers and so control characters from its first bytes on; a text has but
   * layout and colours.
   */
  private boolean isText() {
    for (int i = 0; i < size; i++) {
      int c = head[i];
      boolean layout = (c >= '\t' && c <= '\r') || c == ESCAPE;
      if (c == DELETE || (c >= 0 && c < ' ' && !layout)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Walks the fields as far as the head goes. One message of the right shape, or two fields of the
   * right types, make a profile, even where damage follows; random bytes do so once in some hundred
   * files.
   */
  private boolean isProto() {
    int position = 0;
    int fields = 0;
    while (position < size && fields < 2) {
      int tag = head[position] & 0xff;
      int field = tag >>> 3;
      int type = tag & 7;
      if (field == 0 || type != typeOf(field, type)) {
        return false;
      }
      long length = varint(position + 1);
      if (length < 0) {
        return fields > 0;
      }
      position += 1 + varintBytes(position + 1);
      if (type == Wire.BYTES) {
        if (isMessage(field) && shapeFits(field, position, length)) {
          return true;
        }
        position = (int) Math.min(size, position + length);
      }
      fields++;
    }
    return fields > 0;
  }

  private static boolean isMessage(int field) {
    return field <= 5 || field == 11;
  }

  private static int typeOf(int field, int type) {
    if (isMessage(field) || field == 6) {
      return Wire.BYTES;
    }
    return field == 13 && type == Wire.BYTES ? Wire.BYTES : Wire.VARINT;
  }

  /** Whether a message begins with a field that it can have. */
  private boolean shapeFits(int field, int position, long length) {
    if (length == 0 || position >= size) {
      return false;
    }
    int tag = head[position] & 0xff;
    Message message =
        switch (field) {
          case 1, 11 -> Message.SAMPLE_TYPE;
          case 2 -> Message.SAMPLE;
          case 3 -> Message.MAPPING;
          case 4 -> Message.LOCATION;
          default -> Message.FUNCTION;
        };
    int type = tag & 7;
    return message.field(tag >>> 3) != null && (type == Wire.VARINT || type == Wire.BYTES);
  }

  /** The varint at a position, -1 when it is cut or above 2^35. */
  private long varint(int position) {
    long value = 0;
    for (int i = 0; position + i < size; i++) {
      value |= (head[position + i] & 0x7fL) << (7 * i);
      if (head[position + i] >= 0) {
        return value;
      }
      if (i == 9) {
        return -1;
      }
    }
    return -1;
  }

  private int varintBytes(int position) {
    int count = 1;
    while (head[position + count - 1] < 0) {
      count++;
    }
    return count;
  }
}

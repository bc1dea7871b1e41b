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
   * Walks the first fields as far as the head goes. One message of the right shape, or two fields
   * of the right types of which one is known, make a profile, even where damage follows.
   */
  private boolean isProto() {
    int position = 0;
    boolean known = false;
    for (int fields = 0; position < size && (fields < 2 || !known); fields++) {
      long tag = varint(position);
      int field = (int) (tag >>> 3);
      int type = (int) tag & 7;
      if (tag < 0 || tag > Integer.MAX_VALUE || field == 0 || !typeFits(field, type)) {
        return false;
      }
      known |= Message.PROFILE.field(field) != null;
      position += varintBytes(position);
      long number = type == Wire.VARINT || type == Wire.BYTES ? varint(position) : 0;
      if (number < 0) {
        return known;
      }
      switch (type) {
        case Wire.VARINT -> position += varintBytes(position);
        case Wire.BYTES -> {
          position += varintBytes(position);
          if (isMessage(field) && number > 0 && shapeFits(field, position)) {
            return true;
          }
          position = (int) Math.min(size, position + number);
        }
        default -> position += type == Wire.FIXED64 ? 8 : 4;
      }
    }
    return known;
  }

  private static boolean isMessage(int field) {
    return field <= 5 || field == 11;
  }

  private static boolean typeFits(int field, int type) {
    if (isMessage(field) || field == 6) {
      return type == Wire.BYTES;
    }
    if (field == 13) {
      return type == Wire.VARINT || type == Wire.BYTES;
    }
    return field <= 15 ? type == Wire.VARINT : type <= Wire.BYTES || type == Wire.FIXED32;
  }

  /** Whether a message begins with a field that it can have. */
  private boolean shapeFits(int field, int position) {
    if (position >= size) {
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

  /** The varint at a position, or -1 when the head ends in it or it has more than 63 bits. */
  private long varint(int position) {
    long value = 0;
    for (int i = 0; position + i < size && i < 9; i++) {
      value |= (head[position + i] & 0x7fL) << (7 * i);
      if (head[position + i] >= 0) {
        return value;
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

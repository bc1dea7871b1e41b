package io.mapleak.pprof;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A cursor over protobuf's wire format that knows where it is, as byte and as field, so that every
 * fault can say so.
 */
final class Wire {
  static final int VARINT = 0;
  static final int FIXED64 = 1;
  static final int BYTES = 2;
  static final int FIXED32 = 5;

  private static final String[] TYPES = {
    "varint", "fixed64", "bytes", "group start", "group end", "fixed32"
  };

  private final WireInput in;
  private final Content content;
  private Message outer = Message.PROFILE;
  private int outerIndex = -1;
  private @Nullable Message inner;
  private int innerIndex;
  private int lastField;

  Wire(Content content) {
    this.content = content;
    this.in = new WireInput(content);
  }

  /** Bytes read so far. */
  int position() {
    return in.position();
  }

  /** Enters an element of the profile; its faults carry the index. */
  void enter(Message message, int index) {
    outer = message;
    outerIndex = index;
    inner = null;
    lastField = 0;
  }

  /** Enters an element of the element entered before. */
  void enterInner(Message message, int index) {
    inner = message;
    innerIndex = index;
    lastField = 0;
  }

  /** Back to the element around. */
  void leaveInner() {
    inner = null;
    lastField = 0;
  }

  /** Back to the fields of the profile itself. */
  void leave() {
    outer = Message.PROFILE;
    outerIndex = -1;
    inner = null;
    lastField = 0;
  }

  /** The next tag of the profile, or 0 at its end. */
  int topTag() throws IOException {
    if (in.atEnd()) {
      return 0;
    }
    lastField = 0;
    return checked((int) in.varint());
  }

  /** The next tag of a message that ends at a position, or 0 at its end. */
  int tag(int end) throws IOException {
    int position = in.position();
    if (position >= end) {
      if (position > end) {
        throw content.damaged(position, path(), "the field runs past the end of its message");
      }
      return 0;
    }
    lastField = 0;
    return checked((int) in.varint());
  }

  private int checked(int tag) throws IOException {
    lastField = tag >>> 3;
    if (lastField == 0) {
      throw content.damaged(position(), path(), "field number 0 is reserved");
    }
    return tag;
  }

  long varint() throws IOException {
    return in.varint();
  }

  /** Reads ids of a packed field, as {@link WireInput#ids} does. */
  int ids(int[] target, int most, int end) {
    return in.ids(target, most, end);
  }

  /** Reads the length of a field of bytes; the position at which the field ends. */
  int end(int outerEnd) throws IOException {
    int length = (int) in.varint();
    int position = in.position();
    if (length < 0 || length > outerEnd - position) {
      throw content.damaged(
          position,
          path(),
          "the field claims " + (length & 0xffffffffL) + " bytes, more than there are");
    }
    return position + length;
  }

  /** Reads the length of a field of the profile itself, whose own length is not known. */
  int end() throws IOException {
    return end(Integer.MAX_VALUE);
  }

  /**
   * Whether a packed field that ends at a position has more; a fault when its last number ran past
   * it.
   */
  boolean more(int end) throws IOException {
    int position = in.position();
    if (position > end) {
      throw content.damaged(position, path(), "a number runs past the end of its packed field");
    }
    return position < end;
  }

  /** The bytes up to a position. */
  byte[] bytes(int end) throws IOException {
    return in.bytes(end - in.position());
  }

  /**
   * Passes over a field that profile.proto does not have; faults on a known one, whose type must be
   * wrong.
   */
  void skip(int tag, int end) throws IOException {
    int type = tag & 7;
    Message message = inner == null ? outer : inner;
    if (message.field(lastField) != null) {
      throw content.invalid(
          position(),
          path(),
          "wire type "
              + type
              + (type < 6 ? " (" + TYPES[type] + ")" : "")
              + " does not fit the field");
    }
    switch (type) {
      case VARINT -> in.varint();
      case FIXED64 -> in.skip(8);
      case BYTES -> in.skip(end(end) - in.position());
      case FIXED32 -> in.skip(4);
      default ->
          throw content.invalid(
              position(),
              path(),
              "wire type "
                  + type
                  + (type < 6 ? " (" + TYPES[type] + ")" : "")
                  + " is not used by profiles");
    }
  }

  /** The field being read, e.g. {@code sample[12].label[0].key}. */
  String path() {
    StringBuilder path = new StringBuilder();
    if (outer != Message.PROFILE) {
      path.append(outer.title());
      if (outerIndex >= 0) {
        path.append('[').append(outerIndex).append(']');
      }
    }
    if (inner != null) {
      path.append('.').append(inner.title()).append('[').append(innerIndex).append(']');
    }
    if (lastField != 0) {
      String field = (inner == null ? outer : inner).field(lastField);
      path.append(path.length() == 0 ? "" : ".")
          .append(field == null ? "field " + lastField : field);
    }
    return path.length() == 0 ? "profile" : path.toString();
  }

  /** The fault of a number or of bytes that can't be read. */
  FormatException broken(DamagedException e) {
    return content.damaged(position(), path(), String.valueOf(e.getMessage()));
  }
}

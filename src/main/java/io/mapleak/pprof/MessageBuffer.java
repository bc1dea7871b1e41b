package io.mapleak.pprof;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes of a protobuf message that is being written. Fields of value 0 are left out. */
final class MessageBuffer {
  private static final int VARINT = 0;
  private static final int LENGTH_DELIMITED = 2;

  /** From this number on google/pprof packs repeated numbers. */
  private static final int LEAST_PACKED = 3;

  private byte[] bytes = new byte[256];
  private int size;

  void clear() {
    size = 0;
  }

  int size() {
    return size;
  }

  byte[] bytes() {
    return bytes;
  }

  /** A number, unless it is 0. */
  MessageBuffer number(int field, long value) {
    if (value != 0) {
      always(field, value);
    }
    return this;
  }

  /** A number, also when it is 0. */
  MessageBuffer always(int field, long value) {
    varint((long) field << 3 | VARINT);
    varint(value);
    return this;
  }

  MessageBuffer flag(int field, boolean value) {
    return number(field, value ? 1 : 0);
  }

  MessageBuffer string(int field, String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return delimited(field, utf8, utf8.length);
  }

  MessageBuffer message(int field, MessageBuffer message) {
    return delimited(field, message.bytes, message.size);
  }

  /** Repeated numbers; {@code packed} is overwritten. */
  MessageBuffer numbers(int field, long[] values, MessageBuffer packed) {
    if (values.length < LEAST_PACKED) {
      for (long value : values) {
        always(field, value);
      }
      return this;
    }
    packed.clear();
    for (long value : values) {
      packed.varint(value);
    }
    return message(field, packed);
  }

  private MessageBuffer delimited(int field, byte[] content, int length) {
    varint((long) field << 3 | LENGTH_DELIMITED);
    varint(length);
    reserve(length);
    System.arraycopy(content, 0, bytes, size, length);
    size += length;
    return this;
  }

  private void varint(long value) {
    reserve(10);
    long left = value;
    while ((left & ~0x7fL) != 0) {
      bytes[size++] = (byte) (left | 0x80);
      left >>>= 7;
    }
    bytes[size++] = (byte) left;
  }

  private void reserve(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, Math.addExact(size, more)));
    }
  }
}

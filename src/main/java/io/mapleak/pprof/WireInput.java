package io.mapleak.pprof;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Protobuf's numbers and runs of bytes, read from a stream through a buffer. An end within them, or
 * a number too long, is a {@link DamagedException}; the position is then where it was noticed.
 *
 * <p>Protobuf's own CodedInputStream does the same, but gives a packed field's numbers one by one
 * only: a third more time for a big profile.
 */
final class WireInput {
  /** 64 KiB: large against a message, small against the caches. */
  static final int BUFFER = 1 << 16;

  private static final int BITS = 64;

  /** Bytes of the longest number, 7 bits in each. */
  private static final int LONGEST = 10;

  private final InputStream source;
  private final byte[] buffer = new byte[BUFFER];
  private int position;
  private int limit;
  private int start; // of the buffer, in the source

  WireInput(InputStream source) {
    this.source = source;
  }

  /** Bytes read so far. */
  int position() {
    return start + position;
  }

  boolean atEnd() throws IOException {
    return position == limit && !fill();
  }

  private boolean fill() throws IOException {
    start += limit;
    position = 0;
    limit = Math.max(0, source.read(buffer, 0, BUFFER));
    return limit > 0;
  }

  private void require() throws IOException {
    if (atEnd()) {
      throw new DamagedException("the data ends in the middle of a field");
    }
  }

  /** One number; of one that is meant to have 32 bits, they are the low ones. */
  long varint() throws IOException {
    if (position < limit && buffer[position] >= 0) {
      return buffer[position++];
    }
    return limit - position >= LONGEST ? buffered() : unbuffered();
  }

  private long buffered() throws IOException {
    byte[] bytes = buffer;
    int at = position;
    long value = 0;
    for (int shift = 0; shift < BITS; shift += 7) {
      byte next = bytes[at++];
      value |= (next & 0x7fL) << shift;
      if (next >= 0) {
        position = at;
        return value;
      }
    }
    position = at;
    throw overlong();
  }

  private long unbuffered() throws IOException {
    long value = 0;
    for (int shift = 0; shift < BITS; shift += 7) {
      require();
      byte next = buffer[position++];
      value |= (next & 0x7fL) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw overlong();
  }

  private DamagedException overlong() throws IOException {
    require();
    return new DamagedException("a varint has more than 10 bytes");
  }

  /**
   * Reads numbers of a packed field that are positive and of at most 28 bits, as ids mostly are, up
   * to its end or to one that is not, or not wholly in the buffer. Where none is read, {@link
   * #varint} is to read the next.
   *
   * @param most how many to read
   * @return how many were read
   */
  int ids(int[] target, int most, int end) {
    byte[] bytes = buffer;
    int last = Math.min(limit, end - start);
    int at = position;
    int count = 0;
    while (count < most && at < last) {
      int id = bytes[at++];
      if (id < 0 && at < last) {
        id = (id & 0x7f) | bytes[at++] << 7;
        if (id < 0 && at < last) {
          id = (id & 0x3fff) | bytes[at++] << 14;
          if (id < 0 && at < last) {
            id = (id & 0x1fffff) | bytes[at++] << 21;
          }
        }
      }
      if (id <= 0) {
        break;
      }
      target[count++] = id;
      position = at;
    }
    return count;
  }

  /** So many bytes. The array grows with what is there, whatever a length claims. */
  byte[] bytes(int count) throws IOException {
    int buffered = Math.min(count, limit - position);
    byte[] bytes = Arrays.copyOfRange(buffer, position, position + buffered);
    position += buffered;
    if (buffered == count) {
      return bytes;
    }
    byte[] rest = source.readNBytes(count - buffered);
    start += rest.length;
    if (rest.length < count - buffered) {
      require();
    }
    byte[] joined = Arrays.copyOf(bytes, count);
    System.arraycopy(rest, 0, joined, buffered, rest.length);
    return joined;
  }

  /** Passes over so many bytes. */
  void skip(int count) throws IOException {
    int left = count;
    while (left > limit - position) {
      left -= limit - position;
      position = limit;
      require();
    }
    position += left;
  }
}

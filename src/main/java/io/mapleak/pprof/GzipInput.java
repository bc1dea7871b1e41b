package io.mapleak.pprof;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Gzip (RFC 1952) of any number of members, each checked against its CRC and length. Unlike
 * java.util.zip.GZIPInputStream it reads on after a member also where the source says that nothing
 * is available, as a pipe does, and takes bytes after the last member for the damage that they are,
 * as google/pprof does.
 */
final class GzipInput extends InputStream {
  private static final int HEADER_CRC = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;
  private static final int RESERVED = 0xe0;
  private static final int DEFLATE = 8;

  private final InputStream source;
  private final byte[] buffer = new byte[1 << 16];
  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private int position;
  private int limit;
  private boolean ended;

  /** Reads the first member's header. */
  GzipInput(InputStream source) throws IOException {
    this.source = source;
    if (!magic()) {
      throw new DamagedException("the gzip header is corrupt");
    }
    header();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (!ended) {
      int count = inflate(target, offset, length);
      if (count > 0) {
        crc.update(target, offset, count);
        return count;
      }
      if (inflater.finished()) {
        position = limit - inflater.getRemaining();
        trailer();
      } else if (inflater.needsDictionary()) {
        throw new DamagedException("the gzip data needs a dictionary");
      } else {
        if (!fill()) {
          throw cut();
        }
        inflater.setInput(buffer, 0, limit);
      }
    }
    return -1;
  }

  private int inflate(byte[] target, int offset, int length) throws IOException {
    try {
      return inflater.inflate(target, offset, length);
    } catch (DataFormatException e) {
      throw new DamagedException("the gzip data is corrupt (" + e.getMessage() + ")");
    }
  }

  private void trailer() throws IOException {
    if (word() != (int) crc.getValue()) {
      throw new DamagedException("the gzip checksum does not match the data");
    }
    if (word() != (int) inflater.getBytesWritten()) {
      throw new DamagedException("the gzip length does not match the data");
    }
    if (position == limit && !fill()) {
      ended = true;
      return;
    }
    crc.reset();
    inflater.reset();
    if (!magic()) {
      throw new DamagedException("the gzip data is followed by bytes that are not gzip");
    }
    header();
  }

  private boolean magic() throws IOException {
    return next() == 0x1f && next() == 0x8b;
  }

  private void header() throws IOException {
    if (next() != DEFLATE) {
      throw new DamagedException("the gzip header is corrupt");
    }
    int flags = next();
    if ((flags & RESERVED) != 0) {
      throw new DamagedException("the gzip header is corrupt");
    }
    skip(6);
    if ((flags & EXTRA) != 0) {
      skip(next() | next() << 8);
    }
    if ((flags & NAME) != 0) {
      skipText();
    }
    if ((flags & COMMENT) != 0) {
      skipText();
    }
    if ((flags & HEADER_CRC) != 0) {
      skip(2);
    }
    inflater.setInput(buffer, position, limit - position);
  }

  private int word() throws IOException {
    return next() | next() << 8 | next() << 16 | next() << 24;
  }

  private void skip(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      next();
    }
  }

  private void skipText() throws IOException {
    while (next() != 0) {
      // up to the NUL that ends the text
    }
  }

  private int next() throws IOException {
    if (position == limit && !fill()) {
      throw cut();
    }
    return buffer[position++] & 0xff;
  }

  private boolean fill() throws IOException {
    position = 0;
    limit = Math.max(0, source.read(buffer, 0, buffer.length));
    return limit > 0;
  }

  private static DamagedException cut() {
    return new DamagedException("the gzip data is cut short");
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    source.close();
  }
}

package io.mapleak.pprof;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of one input, unpacked as they are read: sniffs the container, holds the first bytes
 * for the sniffing of the content, counts, stops at the limit on decompressed bytes, and names the
 * file in every fault. From {@link #OVERLAP_FROM} on a second thread unpacks while the reader
 * decodes.
 */
public final class Content extends InputStream {
  /** Bytes that are held for the sniffing; the first message of a profile fits many times. */
  public static final int HEAD = 1024;

  /** 1 MiB: below it a thread costs more than it saves. */
  static final int OVERLAP_FROM = 1 << 20;

  private static final String CUT = "the file is damaged or was cut; copy or capture it again";

  private final String name;
  private final long limit;
  private final boolean compressed;
  private final byte[] head = new byte[HEAD];
  private final int headSize;
  private InputStream source;
  private long delivered;
  private boolean overlapped;

  private Content(String name, InputStream source, boolean compressed, long limit)
      throws IOException {
    this.name = name;
    this.source = source;
    this.compressed = compressed;
    this.limit = limit;
    this.headSize = readHead();
  }

  /**
   * Opens a file.
   *
   * @throws IOException when it can't be read; the message names the file and what to do
   */
  public static Content open(Path file, Limits limits) throws IOException {
    String name = file.toString();
    if (Files.isDirectory(file)) {
      throw new IOException(name + ": is a directory: name a profile in it");
    }
    try {
      return open(name, Files.newInputStream(file), limits);
    } catch (NoSuchFileException e) {
      throw new IOException(name + ": no such file: check the path", e);
    } catch (AccessDeniedException e) {
      throw new IOException(name + ": permission denied: make the file readable", e);
    }
  }

  /**
   * Opens the container; the stream given is closed with this one, and at once when this fails.
   *
   * @param name what faults call the input
   * @throws FormatException when the container is damaged in its first bytes
   */
  public static Content open(String name, InputStream raw, Limits limits) throws IOException {
    try {
      return unpack(name, raw, limits);
    } catch (IOException | RuntimeException e) {
      raw.close();
      throw e;
    }
  }

  private static Content unpack(String name, InputStream raw, Limits limits) throws IOException {
    byte[] magic = new byte[4];
    int size = raw.readNBytes(magic, 0, magic.length);
    PushbackInputStream source = new PushbackInputStream(raw, magic.length);
    source.unread(magic, 0, size);
    if (size >= 2 && magic[0] == 0x1f && magic[1] == (byte) 0x8b) {
      try {
        return new Content(name, new GzipInput(source), true, limits.decompressedBytes());
      } catch (DamagedException e) {
        throw new FormatException(name, 0, true, null, String.valueOf(e.getMessage()), CUT);
      }
    }
    if (size == 4
        && magic[0] == 0x28
        && magic[1] == (byte) 0xb5
        && magic[2] == 0x2f
        && magic[3] == (byte) 0xfd) {
      return new Content(name, new ZstdInput(source), true, limits.decompressedBytes());
    }
    return new Content(name, source, false, limits.decompressedBytes());
  }

  private int readHead() throws IOException {
    int size = 0;
    while (size < HEAD) {
      int count = unpack(head, size, HEAD - size, size);
      if (count < 0) {
        break;
      }
      size += count;
    }
    return size;
  }

  /** The first bytes, of which {@link #headSize} are content. */
  public byte[] head() {
    return head;
  }

  /** Number of bytes in the head; less than {@link #HEAD} only where the content ends there. */
  public int headSize() {
    return headSize;
  }

  /** What faults call the input. */
  public String name() {
    return name;
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
    int count;
    if (delivered < headSize) {
      count = (int) Math.min(length, headSize - delivered);
      System.arraycopy(head, (int) delivered, target, offset, count);
    } else {
      if (compressed && !overlapped && delivered >= OVERLAP_FROM) {
        source = ReadAhead.start(source);
        overlapped = true;
      }
      count = unpack(target, offset, length, delivered);
    }
    delivered += Math.max(0, count);
    if (delivered > limit) {
      throw tooMuch("has more than " + limit + " bytes", "--max-decompressed-bytes", limit, null);
    }
    return count;
  }

  private int unpack(byte[] target, int offset, int length, long at) throws IOException {
    try {
      return source.read(target, offset, length);
    } catch (DamagedException e) {
      throw fault(at, null, String.valueOf(e.getMessage()), CUT);
    } catch (EOFException e) {
      throw fault(at, null, "the data is cut short", CUT);
    }
  }

  /** The fault of a file that is damaged at a byte. */
  public FormatException damaged(long offset, @Nullable String fieldPath, String problem) {
    return fault(offset, fieldPath, problem, CUT);
  }

  /** The fault of a file that was written wrongly. */
  public FormatException invalid(long offset, @Nullable String fieldPath, String problem) {
    return fault(
        offset,
        fieldPath,
        problem,
        "the tool that wrote the profile is at fault, or the file is damaged; capture it again");
  }

  /** The fault of a file that asks for more than a limit allows. */
  public FormatException tooMuch(
      String problem, String option, long at, @Nullable String fieldPath) {
    return fault(at, fieldPath, "the profile " + problem, "if you trust the file, raise " + option);
  }

  /** A fault at a byte of the content. */
  public FormatException fault(
      long offset, @Nullable String fieldPath, String problem, String cure) {
    return new FormatException(name, offset, compressed, fieldPath, problem, cure);
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}

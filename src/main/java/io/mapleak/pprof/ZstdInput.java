package io.mapleak.pprof;

import io.airlift.compress.MalformedInputException;
import io.airlift.compress.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Zstandard (RFC 8878), with the faults of the library turned into {@link DamagedException}. */
final class ZstdInput extends InputStream {
  /** What the library says, in a plain IOException, of an end within a frame. */
  private static final String CUT = "Not enough input bytes";

  private final InputStream frames;

  ZstdInput(InputStream source) {
    this.frames = new ZstdInputStream(source);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    try {
      return frames.read(target, offset, length);
    } catch (MalformedInputException | IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new DamagedException("the zstd data is corrupt (" + e.getMessage() + ")");
    } catch (IOException e) {
      throw CUT.equals(e.getMessage()) ? new DamagedException("the zstd data is cut short") : e;
    }
  }

  @Override
  public void close() throws IOException {
    frames.close();
  }
}

package io.mapleak;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Remembers why an output could not be written: a {@link java.io.PrintWriter} forgets it. A reader
 * that has gone, as in {@code mapleak raw heap.pb.gz | head}, is no fault.
 */
final class WatchedOutput extends FilterOutputStream {
  private static final String READER_GONE = "Broken pipe";

  private String fault = "";

  WatchedOutput(OutputStream out) {
    super(out);
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int start, int length) throws IOException {
    try {
      out.write(bytes, start, length);
    } catch (IOException e) {
      String message = String.valueOf(e.getMessage());
      if (fault.isEmpty() && !message.equals(READER_GONE)) {
        fault = message;
      }
      throw e;
    }
  }

  /** Why the first write failed; empty when none did. */
  String fault() {
    return fault;
  }
}

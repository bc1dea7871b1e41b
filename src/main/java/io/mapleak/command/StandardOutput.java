package io.mapleak.command;

import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** An output that takes text, as UTF-8, and also bytes that are no text. */
public final class StandardOutput extends PrintWriter {
  private final OutputStream bytes;

  /** Writes to a stream, which is flushed and never closed. */
  public StandardOutput(OutputStream bytes) {
    super(new OutputStreamWriter(new BufferedOutputStream(bytes), StandardCharsets.UTF_8));
    this.bytes = bytes;
  }

  /** Where bytes go, after all text so far. */
  public OutputStream bytes() {
    flush();
    return bytes;
  }
}

package io.mapleak.pprof;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** Reads bytes under the name "test.pb" and catches the fault they must have. */
final class Reading {
  private Reading() {}

  static Decoded read(byte[] bytes) {
    return read(bytes, Limits.DEFAULT);
  }

  static Decoded read(byte[] bytes, Limits limits) {
    try {
      return ProfileReader.read("test.pb", new ByteArrayInputStream(bytes), limits);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Decoded readText(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  static FormatException fault(byte[] bytes) {
    return fault(bytes, Limits.DEFAULT);
  }

  static FormatException fault(byte[] bytes, Limits limits) {
    return catchThrowableOfType(
        FormatException.class,
        () -> ProfileReader.read("test.pb", new ByteArrayInputStream(bytes), limits));
  }

  static FormatException textFault(String text) {
    return fault(text.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}

package io.mapleak.pprof;

import java.io.IOException;

/**
 * Bytes that can't be read: a container (gzip or zstd) that can't be unpacked, to which {@link
 * Content} adds file, offset and cure, or a number or field to which {@link Wire} does.
 */
final class DamagedException extends IOException {
  private static final long serialVersionUID = 1L;

  DamagedException(String problem) {
    super(problem);
  }
}

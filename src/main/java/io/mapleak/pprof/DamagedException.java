package io.mapleak.pprof;

import java.io.IOException;

/**
 * A container (gzip or zstd) that can't be unpacked; {@link Content} adds file, offset and cure.
 */
final class DamagedException extends IOException {
  private static final long serialVersionUID = 1L;

  DamagedException(String problem) {
    super(problem);
  }
}

package io.mapleak.pprof;

/**
 * What a sampled count stands for. A block of s bytes is sampled with the probability 1 -
 * exp(-s/rate), so a count is divided by that, as scaleHeapSample in Go's runtime/pprof/protomem.go
 * and in google/pprof do. The raw count is the scaled bytes times the probability over s, rounded.
 */
final class SampledScale {
  private SampledScale() {}

  /** Factor for a record; 1 when nothing was sampled away or nothing is there. */
  static double of(long count, long bytes, long rate) {
    if (count == 0 || bytes == 0 || rate <= 1) {
      return 1;
    }
    return 1 / (1 - Math.exp(-((double) bytes / count) / rate));
  }
}

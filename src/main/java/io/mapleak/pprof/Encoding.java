package io.mapleak.pprof;

/** The written forms of a profile that {@link ProfileReader} knows, by google/pprof's own names. */
public enum Encoding {
  /** Protocol buffers, as profile.proto of google/pprof describes them. */
  PROTO,
  /** Go's {@code ?debug=1} text, header {@code heap/N}: raw counts, N twice the sampling rate. */
  GO_TEXT,
  /**
   * Text of tcmalloc's sampled heap, header {@code heapz_v2/N} or {@code heap_v2/N}: raw counts, N
   * the sampling rate.
   */
  HEAPZ_TEXT,
  /**
   * Text of gperftools' heap profiler, header {@code heapprofile}: every allocation, not sampled.
   */
  HEAPPROFILE_TEXT,
  /** Text of address space growth, header {@code growthz} or {@code growth}: not sampled. */
  GROWTH_TEXT,
  /**
   * Text of heap fragmentation, header {@code fragmentationz} or {@code fragmentation}: not
   * sampled.
   */
  FRAGMENTATION_TEXT,
  /** Text of a Java heap, first line {@code --- heapz 1 ---}: raw counts, sampling rate 524288. */
  JAVA_TEXT
}

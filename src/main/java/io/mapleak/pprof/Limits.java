package io.mapleak.pprof;

/**
 * How much one profile may ask of the machine. A few hundred compressed bytes can claim gigabytes,
 * so every quantity that the file chooses has a bound; what passes all defaults stays below about 2
 * GiB of heap. Immutable.
 *
 * @param decompressedBytes bytes of the profile after decompression
 * @param samples number of samples; their values are bounded by {@link #VALUES_PER_SAMPLE} times as
 *     many
 * @param stackDepth locations of one stack
 * @param stringBytes bytes of all strings together, each counted with {@link #STRING_OVERHEAD} more
 * @param frames locations of all distinct stacks together
 * @param tableEntries locations, lines, functions, mappings, labels and comments together
 */
public record Limits(
    long decompressedBytes,
    int samples,
    int stackDepth,
    long stringBytes,
    int frames,
    int tableEntries) {

  /**
   * 1 GiB: twenty times the largest heap profile seen (500 000 samples, 45 MB), and 3 s of
   * inflating.
   */
  public static final long DEFAULT_DECOMPRESSED_BYTES = 1L << 30;

  /**
   * 4 Mi samples: a Go process has one for each (stack, block size), at most some 100 000 in
   * practice.
   */
  public static final int DEFAULT_SAMPLES = 1 << 22;

  /** 16 Ki locations: Go records at most 1024, Java agents up to some thousand. */
  public static final int DEFAULT_STACK_DEPTH = 1 << 14;

  /** 256 MiB of strings: names of 1 million functions at 250 bytes. */
  public static final long DEFAULT_STRING_BYTES = 1L << 28;

  /** 64 Mi frames, 256 MiB of memory: 2 million distinct stacks of 32. */
  public static final int DEFAULT_FRAMES = 1 << 26;

  /** 16 Mi table entries, up to 50 bytes each: four labels for each of the most samples allowed. */
  public static final int DEFAULT_TABLE_ENTRIES = 1 << 24;

  /**
   * 8 values for each sample allowed: Go's profiles have 4 sample types, merged ones a few more.
   */
  public static final int VALUES_PER_SAMPLE = 8;

  /** Bytes that a string costs beside its own, so that a million empty strings are not free. */
  public static final int STRING_OVERHEAD = 32;

  /** Offsets are ints. */
  private static final long LARGEST_BYTES = Integer.MAX_VALUE - (1 << 20);

  /** Arrays that grow by half must not pass the largest int. */
  private static final int LARGEST_COUNT = 1 << 30;

  /** The defaults. */
  public static final Limits DEFAULT =
      new Limits(
          DEFAULT_DECOMPRESSED_BYTES,
          DEFAULT_SAMPLES,
          DEFAULT_STACK_DEPTH,
          DEFAULT_STRING_BYTES,
          DEFAULT_FRAMES,
          DEFAULT_TABLE_ENTRIES);

  /**
   * Throws IllegalArgumentException when a limit is below 1, or {@code decompressedBytes} above 2
   * GiB less 1 MiB.
   */
  public Limits {
    if (decompressedBytes < 1 || decompressedBytes > LARGEST_BYTES) {
      throw new IllegalArgumentException(
          "the limit on decompressed bytes must be 1 to " + LARGEST_BYTES);
    }
    checkCount(samples);
    checkCount(stackDepth);
    checkCount(frames);
    checkCount(tableEntries);
    if (stringBytes < 1) {
      throw new IllegalArgumentException("the limit on string bytes must be at least 1");
    }
  }

  private static void checkCount(int limit) {
    if (limit < 1 || limit > LARGEST_COUNT) {
      throw new IllegalArgumentException("a limit on a count must be 1 to " + LARGEST_COUNT);
    }
  }

  /** These limits with another one on decompressed bytes. */
  public Limits withDecompressedBytes(long bytes) {
    return new Limits(bytes, samples, stackDepth, stringBytes, frames, tableEntries);
  }

  /** These limits with another one on samples. */
  public Limits withSamples(int count) {
    return new Limits(decompressedBytes, count, stackDepth, stringBytes, frames, tableEntries);
  }

  /** These limits with another one on the depth of a stack. */
  public Limits withStackDepth(int depth) {
    return new Limits(decompressedBytes, samples, depth, stringBytes, frames, tableEntries);
  }

  /** These limits with another one on string bytes. */
  public Limits withStringBytes(long bytes) {
    return new Limits(decompressedBytes, samples, stackDepth, bytes, frames, tableEntries);
  }

  /** These limits with another one on frames of distinct stacks. */
  public Limits withFrames(int count) {
    return new Limits(decompressedBytes, samples, stackDepth, stringBytes, count, tableEntries);
  }

  /** These limits with another one on table entries. */
  public Limits withTableEntries(int count) {
    return new Limits(decompressedBytes, samples, stackDepth, stringBytes, frames, count);
  }
}

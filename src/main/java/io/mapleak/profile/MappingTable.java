package io.mapleak.profile;

/**
 * The mapped binaries of a profile. Immutable; the arrays given belong to the table from then on.
 */
public final class MappingTable {
  /** Bits of {@link #flags}. */
  public static final int HAS_FUNCTIONS = 1;

  public static final int HAS_FILENAMES = 2;
  public static final int HAS_LINE_NUMBERS = 4;
  public static final int HAS_INLINE_FRAMES = 8;

  private final long[] ids;
  private final long[] starts;
  private final long[] limits;
  private final long[] offsets;
  private final String[] files;
  private final String[] buildIds;
  private final int[] flags;

  /** Takes over all arrays, one element a mapping. Addresses are unsigned. */
  public MappingTable(
      long[] ids,
      long[] starts,
      long[] limits,
      long[] offsets,
      String[] files,
      String[] buildIds,
      int[] flags) {
    this.ids = ids;
    this.starts = starts;
    this.limits = limits;
    this.offsets = offsets;
    this.files = files;
    this.buildIds = buildIds;
    this.flags = flags;
  }

  /** Number of mappings. */
  public int size() {
    return ids.length;
  }

  /** Id that the file gives a mapping. */
  public long id(int mapping) {
    return ids[mapping];
  }

  /** First address, unsigned. */
  public long start(int mapping) {
    return starts[mapping];
  }

  /** Address after the last, unsigned. */
  public long limit(int mapping) {
    return limits[mapping];
  }

  /** Offset in the binary. */
  public long offset(int mapping) {
    return offsets[mapping];
  }

  /** Path of the binary; may be empty. */
  public String file(int mapping) {
    return files[mapping];
  }

  /** Build id of the binary; may be empty. */
  public String buildId(int mapping) {
    return buildIds[mapping];
  }

  /** The HAS_ bits. */
  public int flags(int mapping) {
    return flags[mapping];
  }
}

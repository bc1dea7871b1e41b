package io.mapleak.gomap;

/**
 * A Go release, e.g. 1.23. Patch levels do not change maps' layouts.
 *
 * @param major 1
 * @param minor e.g. 23
 */
public record GoVersion(int major, int minor) implements Comparable<GoVersion> {
  /** The oldest release modelled. */
  public static final GoVersion OLDEST = new GoVersion(1, 19);

  /** The newest release modelled. */
  public static final GoVersion NEWEST = new GoVersion(1, 27);

  /** The first release with Swiss maps and the hash-trie sync.Map. */
  public static final GoVersion FIRST_SWISS = new GoVersion(1, 24);

  /**
   * The first release whose allocator puts an 8-byte header before pointerful blocks over 512
   * bytes.
   */
  public static final GoVersion FIRST_MALLOC_HEADER = new GoVersion(1, 22);

  /** A release of Go 1. */
  public static GoVersion of(int minor) {
    return new GoVersion(1, minor);
  }

  /** Whether this release is {@code other} or newer. */
  public boolean atLeast(GoVersion other) {
    return compareTo(other) >= 0;
  }

  @Override
  public int compareTo(GoVersion other) {
    return major != other.major
        ? Integer.compare(major, other.major)
        : Integer.compare(minor, other.minor);
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}

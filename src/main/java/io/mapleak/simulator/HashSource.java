package io.mapleak.simulator;

/**
 * Where a map's hashes come from: Go's differ from process to process, so they are input (recorded,
 * or drawn from a seeded generator).
 */
public interface HashSource {
  /** A seed for a new or emptied map (runtime: rand, hash0). */
  long newSeed();

  /**
   * The hash of a key under a seed; the same two always give the same hash.
   *
   * @param key id of the key, 0 or more
   */
  long hash(int key, long seed);
}

package io.mapleak.simulator;

/**
 * Hashes as even as the runtime's own, drawn from a seed, so that a run can be repeated. Mixing as
 * in SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, 2014).
 */
public final class SeededHashes implements HashSource {
  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

  private long state;

  /** Hashes of the run with this number. */
  public SeededHashes(long run) {
    state = mix(run);
  }

  @Override
  public long newSeed() {
    state += GOLDEN_GAMMA;
    return mix(state);
  }

  @Override
  public long hash(int key, long seed) {
    return mix(seed + (key + 1L) * GOLDEN_GAMMA);
  }

  private static long mix(long z) {
    long a = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    long b = (a ^ (a >>> 27)) * 0x94d049bb133111ebL;
    return b ^ (b >>> 31);
  }
}

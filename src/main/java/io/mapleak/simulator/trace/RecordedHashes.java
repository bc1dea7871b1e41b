package io.mapleak.simulator.trace;

import io.mapleak.simulator.HashSource;

/** The hashes of a trace: for each key the one recorded last, under whatever seed. */
final class RecordedHashes implements HashSource {
  private final long[] hashes;

  RecordedHashes(int keys) {
    hashes = new long[keys];
  }

  void record(int key, long hash) {
    hashes[key] = hash;
  }

  int keys() {
    return hashes.length;
  }

  /** The recording holds hashes, not seeds. */
  @Override
  public long newSeed() {
    return 0;
  }

  @Override
  public long hash(int key, long seed) {
    return hashes[key];
  }
}

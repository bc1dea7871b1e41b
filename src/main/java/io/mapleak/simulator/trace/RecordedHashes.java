package io.mapleak.simulator.trace;

import io.mapleak.simulator.HashSource;
import java.util.Arrays;

/** The hashes of a trace: for each key the one recorded last, under whatever seed. */
final class RecordedHashes implements HashSource {
  private static final int FIRST_ROOM = 1 << 10;

  private final int keys;
  private long[] hashes;

  /** Room for ids below {@code keys} comes with the keys: a damaged header takes no memory. */
  RecordedHashes(int keys) {
    this.keys = keys;
    hashes = new long[Math.min(keys, FIRST_ROOM)];
  }

  void record(int key, long hash) {
    if (key >= hashes.length) {
      hashes = Arrays.copyOf(hashes, (int) Math.min(keys, Math.max(key + 1L, 2L * hashes.length)));
    }
    hashes[key] = hash;
  }

  int keys() {
    return keys;
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

package io.mapleak.analysis;

/** Told how far the reading of inputs is. Called by one thread only. */
@FunctionalInterface
public interface Progress {
  /** Tells nobody. */
  Progress NONE = (done, total, path) -> {};

  /**
   * Another input is read.
   *
   * @param done inputs read so far
   * @param total inputs to read
   * @param path the one that was read last
   */
  void read(int done, int total, String path);
}

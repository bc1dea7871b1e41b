package io.mapleak.simulator;

/**
 * How full a map is.
 *
 * @param entries entries it holds
 * @param slots entries that its arrays have room for, overflow buckets not counted
 * @param arrayBytes what its bucket arrays, groups or nodes are charged, without overflow buckets,
 *     and without the array that a growth moves entries from
 * @param evacuationBacklog old buckets of a classic map that a growth has still to move
 */
public record Gauges(long entries, long slots, long arrayBytes, long evacuationBacklog) {
  /** Entries per slot, 0 to a little over 1; 0 where there is no array yet. */
  public double fill() {
    return slots == 0 ? 0 : (double) entries / slots;
  }
}

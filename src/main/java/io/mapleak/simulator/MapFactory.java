package io.mapleak.simulator;

/** Makes maps, or what stands in their place. */
@FunctionalInterface
public interface MapFactory {
  /**
   * A new one.
   *
   * @param hint entries, or {@link Models#NO_HINT}
   * @throws IllegalArgumentException where the hint is too large for a model
   */
  MapModel make(long hint, HashSource hashes);
}

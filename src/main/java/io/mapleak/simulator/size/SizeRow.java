package io.mapleak.simulator.size;

import org.jspecify.annotations.Nullable;

/**
 * A map's cost, and what the hint changes.
 *
 * @param releases those whose maps cost the same, or the one that was asked for
 * @param cost as asked for
 * @param other the same map without the hint, or with one; null for a sync.Map
 */
public record SizeRow(String releases, MapCost cost, @Nullable MapCost other) {
  /** The map that grew to its size. */
  public MapCost grown() {
    return cost.hinted() && other != null ? other : cost;
  }

  /** The map that was made with a hint; null for a sync.Map. */
  public @Nullable MapCost made() {
    return cost.hinted() ? cost : other;
  }
}

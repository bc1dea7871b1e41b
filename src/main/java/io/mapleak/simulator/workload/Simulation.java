package io.mapleak.simulator.workload;

import java.util.List;

/**
 * A run of a workload.
 *
 * @param seed of keys, lifetimes and hashes
 * @param mostEntries that were there at once, in all maps together
 * @param outcomes in the order of the designs
 */
public record Simulation(
    Workload workload,
    long seed,
    OperationCounts operations,
    long mostEntries,
    List<Outcome> outcomes) {
  public Simulation {
    outcomes = List.copyOf(outcomes);
  }
}

package io.mapleak.report;

import io.mapleak.simulator.alternative.Design;
import io.mapleak.simulator.workload.Simulation;

/**
 * A run to be reported.
 *
 * @param source where the workload came from: a file, or the options
 */
public record SimulatedWorkload(String source, Simulation simulation) {
  /** Name of a structure in tables. */
  static String label(Design design) {
    return design.go() + " " + design.name();
  }

  /** The workload's map type in Go. */
  String typeName() {
    return "map["
        + simulation.workload().type().key().name()
        + "]"
        + simulation.workload().type().elem().name();
  }
}

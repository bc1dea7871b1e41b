package io.mapleak.simulator.trace;

import java.util.List;

/**
 * A line of a trace on which the model differs from the runtime.
 *
 * @param file the trace
 * @param line from 1
 * @param operation number of the operation, from 1
 * @param what the operation, e.g. {@code i 17}, or {@code checkpoint}
 * @param fields those that differ
 */
public record Mismatch(String file, long line, long operation, String what, List<Field> fields) {
  /**
   * One field.
   *
   * @param name as the format names it
   * @param recorded what the runtime did
   * @param simulated what the model did
   */
  public record Field(String name, String recorded, String simulated) {}

  public Mismatch {
    fields = List.copyOf(fields);
  }
}

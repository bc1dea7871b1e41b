package io.mapleak.simulator.workload;

import io.mapleak.simulator.alternative.Design;
import java.util.List;

/**
 * What a workload did to one structure.
 *
 * @param samples in time order, at least one
 */
public record Outcome(Design design, List<Sample> samples) {
  public Outcome {
    samples = List.copyOf(samples);
    if (samples.isEmpty()) {
      throw new IllegalArgumentException("a run is sampled at least at its end");
    }
  }

  /** The last sample. */
  public Sample end() {
    return samples.get(samples.size() - 1);
  }

  /** Most live bytes at any time. */
  public long peakBytes() {
    return samples.stream().mapToLong(Sample::peakBytes).max().orElse(0);
  }
}

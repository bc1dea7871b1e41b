package io.mapleak.simulator.workload;

import io.mapleak.simulator.alternative.Design;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * Runs a workload on structures in virtual time: all get the same operations with the same keys.
 * Deterministic.
 */
public final class Simulator {
  private final Workload workload;
  private final long seed;

  /**
   * A run to come.
   *
   * @param seed of keys, lifetimes and hashes
   */
  public Simulator(Workload workload, long seed) {
    this.workload = workload;
    this.seed = seed;
  }

  /** Moments at equal distances, the last one the end of the workload. */
  public static long[] moments(Workload workload, int samples) {
    long[] moments = new long[samples];
    for (int i = 0; i < samples; i++) {
      moments[i] = (long) ((double) workload.nanos() * (i + 1) / samples);
    }
    moments[samples - 1] = workload.nanos();
    return moments;
  }

  /** Most entries that the workload holds at once, in all its maps together. */
  public long mostEntries() {
    return run(List.of(), moments(workload, 1)).mostEntries();
  }

  /**
   * Runs it.
   *
   * @param moments to sample at, nanoseconds since the beginning, ascending, at least one
   * @throws IllegalArgumentException where a map becomes too large for a model
   * @throws CancellationException where the thread is interrupted
   */
  public Simulation run(List<Design> designs, long[] moments) {
    boolean recycles = designs.stream().noneMatch(Design::keepsDeletedKeys);
    LiveKeys keys = new LiveKeys(OperationSource.space(workload), recycles);
    OperationSource source = new OperationSource(workload, keys, seed);
    List<RunningMap> maps = new ArrayList<>();
    designs.forEach(design -> maps.add(new RunningMap(design, workload, keys.hashes(seed))));
    Batch batch = new Batch();
    for (long moment : moments) {
      boolean more;
      do {
        if (Thread.currentThread().isInterrupted()) {
          throw new CancellationException("interrupted");
        }
        batch.clear();
        more = source.fill(batch, Math.min(moment, workload.nanos()));
        maps.forEach(map -> map.run(batch, keys));
      } while (more);
      maps.forEach(map -> map.sample(moment));
    }
    return new Simulation(
        workload,
        seed,
        source.counts(),
        keys.most(),
        maps.stream().map(RunningMap::outcome).toList());
  }
}

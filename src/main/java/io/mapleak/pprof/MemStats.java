package io.mapleak.pprof;

import java.util.Collections;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The numbers of Go's {@code runtime.MemStats} that end a heap profile in text form ({@code
 * writeHeapInternal} in runtime/pprof/pprof.go). They are read after the records, so they are newer
 * than the samples. Immutable.
 *
 * @param values by the field names of runtime.MemStats, e.g. {@code HeapInuse} or {@code StackSys},
 *     plus {@code MaxRSS} where the system has it; bytes unless the name says otherwise, {@code
 *     LastGC} in nanoseconds since 1970. The pauses are left out.
 * @param gcCpuFraction share of the CPU time that the collector took; 0 when not said
 */
public record MemStats(SortedMap<String, Long> values, double gcCpuFraction) {
  public MemStats {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  /** The number of this name; empty when the text has none. */
  public OptionalLong get(String name) {
    Long value = values.get(name);
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }

  /** Bytes in spans that hold objects. */
  public OptionalLong heapInuse() {
    return get("HeapInuse");
  }

  /** Bytes in spans without objects, {@link #heapReleased} among them. */
  public OptionalLong heapIdle() {
    return get("HeapIdle");
  }

  /** Bytes of idle spans that were given back to the system. */
  public OptionalLong heapReleased() {
    return get("HeapReleased");
  }

  /** Bytes of live objects and of dead ones not swept yet. */
  public OptionalLong heapAlloc() {
    return get("HeapAlloc");
  }

  /** Bytes of goroutine stacks. */
  public OptionalLong stackInuse() {
    return get("StackInuse");
  }

  /** Bytes that the runtime has from the system in all. */
  public OptionalLong sys() {
    return get("Sys");
  }

  /** Largest resident set so far, in bytes. */
  public OptionalLong maxRss() {
    return get("MaxRSS");
  }

  /** Completed collections. */
  public OptionalLong numGc() {
    return get("NumGC");
  }

  /** When the last collection ended, nanoseconds since 1970; 0 before the first. */
  public OptionalLong lastGc() {
    return get("LastGC");
  }
}

package io.mapleak.simulator.workload;

import java.util.SplittableRandom;

/** The operations of one line of a phase: which moment the next one has. */
final class OperationStream {
  private final Stream stream;
  private final long start;
  private final long nanos;
  private final long times;
  private final Picker picker;
  private long done;
  private long next;

  OperationStream(Stream stream, long start, long nanos, SplittableRandom random) {
    this.stream = stream;
    this.start = start;
    this.nanos = nanos;
    times = stream.rate().in(nanos);
    picker = new Picker(stream.keys(), random);
    schedule();
  }

  private void schedule() {
    next = done < times ? start + (long) ((done + 0.5) * ((double) nanos / times)) : Long.MAX_VALUE;
  }

  Stream stream() {
    return stream;
  }

  Picker picker() {
    return picker;
  }

  /** Moment of the next operation; never when there is none. */
  long next() {
    return next;
  }

  /** Counts the next operation as done. */
  void advance() {
    done++;
    schedule();
  }
}

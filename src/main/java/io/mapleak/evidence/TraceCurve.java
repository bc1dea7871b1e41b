package io.mapleak.evidence;

import java.util.ArrayList;
import java.util.List;

/** Turns heap and collector events in time order into points, one a collection. */
final class TraceCurve implements TraceGeneration.Sink {
  /** 64 Ki collections; beyond it every second one is dropped. */
  private static final int MOST_POINTS = 1 << 16;

  private static final double NANOS = 1e9;

  private record Point(long tick, double live, double peak, double goal) {}

  private final List<Point> pending = new ArrayList<>();
  private final List<HeapPoint> points = new ArrayList<>();
  private long stride = 1;
  private long taken;
  private double ticksPerSecond;
  private boolean begun;
  private long firstTick;
  private long lastTick;
  private double alloc;
  private double goal;
  private double peak;
  private double highest;
  private boolean clocked;
  private long clockTick;
  private double clockNanos;

  /** Takes the speed of the clock, in ticks a second. */
  void frequency(long ticks) {
    if (ticks > 0) {
      ticksPerSecond = ticks;
    }
  }

  /** Takes the wall clock at a tick; the first one counts. */
  void clock(long tick, long seconds, long nanos) {
    if (!clocked) {
      clocked = true;
      clockTick = tick;
      clockNanos = seconds * NANOS + nanos;
    }
  }

  @Override
  public void take(int code, long tick, long value) {
    if (!begun) {
      begun = true;
      firstTick = tick;
    }
    lastTick = tick;
    switch (code) {
      case TraceEvents.HEAP_ALLOC -> {
        alloc = value;
        peak = Math.max(peak, alloc);
        highest = Math.max(highest, alloc);
      }
      case TraceEvents.HEAP_GOAL -> goal = value;
      case TraceEvents.GC_END -> {
        // the runtime writes the marked bytes as heap alloc while the world is stopped, then this
        if (alloc > 0) {
          pending.add(new Point(tick, alloc, peak, goal));
        }
        peak = alloc;
      }
      default -> {}
    }
  }

  /** Ends a generation: its clock's speed is known by now. */
  void endGeneration() {
    if (ticksPerSecond == 0) {
      return;
    }
    for (Point point : pending) {
      if (taken++ % stride == 0) {
        double seconds = (point.tick - firstTick) / ticksPerSecond;
        points.add(new HeapPoint(seconds, point.live, point.peak, point.goal));
        thin();
      }
    }
    pending.clear();
  }

  private void thin() {
    if (points.size() < MOST_POINTS) {
      return;
    }
    List<HeapPoint> kept = new ArrayList<>();
    for (int i = 0; i < points.size(); i += 2) {
      kept.add(points.get(i));
    }
    points.clear();
    points.addAll(kept);
    stride *= 2;
  }

  /** Whether the clock's speed was told. */
  boolean isTimed() {
    return ticksPerSecond > 0;
  }

  TraceHeap heap(int minor) {
    double start = clocked ? clockNanos + (firstTick - clockTick) / ticksPerSecond * NANOS : 0;
    double duration = (lastTick - firstTick) / ticksPerSecond;
    return new TraceHeap(minor, Math.round(start), duration, highest, points);
  }
}

package io.mapleak.evidence;

import java.util.List;

/** The live heap over time, one point a collection, as the collector itself measured it. */
public interface LiveHeap {
  /** The points in time order. */
  List<HeapPoint> points();

  /** Name of the source, e.g. {@code gctrace}. */
  String source();

  /**
   * Growth of the live heap between the first and the last quarter of the points, bytes; their
   * medians are compared, so that one odd collection does not matter. 0 with fewer than four.
   */
  default double grownBytes() {
    List<HeapPoint> points = points();
    int quarter = points.size() / 4;
    if (quarter == 0) {
      return 0;
    }
    return median(points.subList(points.size() - quarter, points.size()))
        - median(points.subList(0, quarter));
  }

  /** Seconds between the first point and the last. */
  default double spanSeconds() {
    List<HeapPoint> points = points();
    return points.isEmpty() ? 0 : points.get(points.size() - 1).seconds() - points.get(0).seconds();
  }

  private static double median(List<HeapPoint> points) {
    double[] live = points.stream().mapToDouble(HeapPoint::liveBytes).sorted().toArray();
    return live[live.length / 2];
  }
}

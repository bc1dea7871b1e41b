package io.mapleak.forecast;

import io.mapleak.site.MapSite;
import io.mapleak.unit.Interval;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where one site is going.
 *
 * @param site the site as of the newest profile
 * @param growthPerHour entries
 * @param entries at the time asked for
 * @param arrayBytes at that time
 * @param retainedBytes at that time: arrays and what their entries keep alive
 * @param course its arrays at the profiles, and at equal distances up to the time asked for
 * @param next the next growth of its arrays; null where they grow bit by bit, or not at all
 * @param limitSeconds after the newest profile until the limit that was given is reached; the high
 *     end is infinite where it may never be; null where none was given, or it likely never is
 */
public record SiteForecast(
    MapSite site,
    Interval growthPerHour,
    Interval entries,
    Interval arrayBytes,
    Interval retainedBytes,
    List<Point> course,
    @Nullable NextGrowth next,
    @Nullable Interval limitSeconds) {
  public SiteForecast {
    course = List.copyOf(course);
  }

  /**
   * A moment.
   *
   * @param nanos time
   * @param forecast whether it lies after the newest profile
   */
  public record Point(long nanos, boolean forecast, Interval arrayBytes) {}

  /**
   * A growth of the arrays as a whole.
   *
   * @param seconds after the newest profile; the high end is infinite where it may never come
   * @param arrayBytes of the new array
   * @param transientBytes of old and new array together, while both are alive
   */
  public record NextGrowth(Interval seconds, double arrayBytes, double transientBytes) {}
}

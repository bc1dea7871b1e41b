package io.mapleak.replay;

import io.mapleak.site.Sampling;
import io.mapleak.site.SiteHistory;
import io.mapleak.unit.Interval;
import org.jspecify.annotations.Nullable;

/**
 * What a profile shows of a site.
 *
 * @param arrayBytes of its arrays, groups or nodes; null where none was sampled
 * @param retainedBytes live bytes of the line, as the profile scales them
 */
public record Observed(@Nullable Interval arrayBytes, double retainedBytes) {
  /** What profile {@code step} of a history shows. */
  static Observed of(SiteHistory history, int step, Sampling sampling) {
    SiteHistory.Step then = history.steps().get(step);
    Interval arrays = null;
    if (history.hasOneArray() && then.largest() > 0) {
      arrays = Interval.exactly(then.largest());
    } else if (then.liveSampled() > 0) {
      for (SiteHistory.Rung rung : then.rungs()) {
        if (rung.liveSampled() > 0) {
          Interval of =
              sampling.count(rung.liveSampled(), rung.bytes()).times((double) rung.bytes());
          arrays = arrays == null ? of : arrays.plus(of);
        }
      }
    }
    return new Observed(arrays, history.retained(step));
  }
}

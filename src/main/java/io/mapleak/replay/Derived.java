package io.mapleak.replay;

import io.mapleak.forecast.EntriesHistory;
import io.mapleak.gomap.GoVersion;
import io.mapleak.simulator.alternative.AlternativeChoice;
import io.mapleak.simulator.workload.Workload;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The workload of a site.
 *
 * @param workload from before the first profile to the last
 * @param choice the plain map, or sync.Map
 * @param go the release that it ran on
 * @param moments of the profiles since the workload began, nanoseconds
 * @param read entries and arrays that the profiles allow; null where nothing bounds them, or the
 *     maps are made again and again
 * @param why what each part rests on, in words
 */
public record Derived(
    Workload workload,
    AlternativeChoice choice,
    GoVersion go,
    List<Long> moments,
    @Nullable EntriesHistory read,
    List<String> why) {
  public Derived {
    moments = List.copyOf(moments);
    why = List.copyOf(why);
  }
}

package io.mapleak.analysis;

import io.mapleak.growth.Stage;
import io.mapleak.site.MapSite;
import io.mapleak.source.MapSource;
import io.mapleak.unit.Interval;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A map site of the newest profile with what the whole series says of it.
 *
 * @param site the site
 * @param verdict leak, suspect, steady or inconclusive
 * @param decider the capture that would decide an inconclusive verdict; empty when it is decided
 * @param growthPerHour entries per hour; null when the series can't tell
 * @param history live bytes of the site (arrays and companions) in each profile, oldest first
 * @param stage whether what it allocates stays or goes
 * @param source what the source says of the map; null when it says nothing
 */
public record JudgedSite(
    MapSite site,
    Verdict verdict,
    String decider,
    @Nullable Interval growthPerHour,
    List<Double> history,
    Stage stage,
    @Nullable MapSource source) {
  public JudgedSite {
    history = List.copyOf(history);
  }
}
